package org.loadline.bound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;

/**
 * Reads files as UTF-8 text; what cannot be read is a diagnostic at the place that asked for it.
 */
final class SourceFiles {
  static final int MOST_MEGABYTES = 16;
  private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final DiagnosticSink sink;

  SourceFiles(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** Reads a file; {@code name} is what people call it, {@code wanted} the place that asks. */
  Optional<Source> read(Path file, String name, Span wanted) {
    if (Files.isDirectory(file)) {
      return unreadable(wanted, name, "it is a folder");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? refuse(
              Diagnostic.of(NameProblem.FILE_TOO_LARGE, wanted)
                  .with("file", name)
                  .with("limit", MOST_MEGABYTES))
          : Optional.of(decode(bytes, name));
    } catch (AccessDeniedException denied) {
      return unreadable(wanted, name, "access is denied");
    } catch (NoSuchFileException gone) {
      return refuse(Diagnostic.of(NameProblem.MISSING_POLICY, wanted).with("file", name));
    } catch (IOException failed) {
      return unreadable(wanted, name, "the system refuses");
    }
  }

  private Optional<Source> unreadable(Span wanted, String name, String reason) {
    return refuse(
        Diagnostic.of(NameProblem.UNREADABLE_FILE, wanted)
            .with("file", name)
            .with("reason", reason));
  }

  private Optional<Source> refuse(Diagnostic.Builder problem) {
    sink.add(problem.build());
    return Optional.empty();
  }

  /** Bytes that are called so, as text; what is not UTF-8 in them is said. */
  Source decode(byte[] bytes, String name) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
    boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError();
    int good = decoded.position();
    String text = new String(bytes, StandardCharsets.UTF_8);
    int mark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    Source source = Source.of(name, text.substring(mark));
    if (malformed) {
      int place = Math.max(0, good - mark);
      sink.add(
          Diagnostic.of(NameProblem.NOT_UTF8, source.span(place, place + 1))
              .with("file", name)
              .with("line", source.line(source.span(place, place).start()))
              .build());
    }
    return source;
  }
}
