package org.loadline.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** A JSON document on standard output: indented by two, lines ended alike on every system. */
final class JsonOutput {
  private JsonOutput() {}

  static JsonGenerator to(Console console) throws IOException {
    JsonGenerator json =
        new JsonFactory()
            .createGenerator(console.out(), JsonEncoding.UTF8)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
    return new Ended(json, console);
  }

  /** Ends the document with a line break. */
  private static final class Ended extends com.fasterxml.jackson.core.util.JsonGeneratorDelegate {
    private final Console console;

    Ended(JsonGenerator json, Console console) {
      super(json, false);
      this.console = console;
    }

    @Override
    public void close() throws IOException {
      super.close();
      console.out().println();
      console.out().flush();
    }
  }
}
