package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.loadline.meaning.Differing;
import org.loadline.meaning.Hash;
import org.loadline.meaning.Meaning;
import org.loadline.meaning.Meanings;
import org.loadline.meaning.Subject;

/** Hashes of definitions, as JSON. */
public final class HashJson {
  private HashJson() {}

  /** Writes the fields of one policy. */
  public static void write(JsonGenerator json, String file, Hash hash, Meanings meanings)
      throws IOException {
    json.writeStringField("file", file);
    json.writeStringField("hash", hash.hex());
    json.writeArrayFieldStart("definitions");
    for (Subject subject : meanings.reached()) {
      Meaning meaning = meanings.of(subject).orElseThrow();
      json.writeStartObject();
      subject(json, subject);
      json.writeStringField("module", meaning.module());
      json.writeStringField("own", meaning.own().hex());
      json.writeStringField("deep", meaning.deep().hex());
      json.writeArrayFieldStart("reads");
      for (Subject read : meaning.reads()) {
        json.writeString(read.toString());
      }
      json.writeEndArray();
      json.writeStringField("form", meaning.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes a list of what differs. */
  public static void write(JsonGenerator json, Differing differing) throws IOException {
    json.writeArrayFieldStart("differing");
    for (Differing.Of of : differing.all()) {
      json.writeStartObject();
      subject(json, of.subject());
      json.writeStringField("sort", of.sort().name().toLowerCase(Locale.ROOT));
      if (of.before().isPresent()) {
        json.writeStringField("before", of.before().get().deep().hex());
      }
      if (of.after().isPresent()) {
        json.writeStringField("after", of.after().get().deep().hex());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void subject(JsonGenerator json, Subject subject) throws IOException {
    json.writeStringField("kind", subject.kind().words());
    json.writeStringField("name", subject.name());
  }
}
