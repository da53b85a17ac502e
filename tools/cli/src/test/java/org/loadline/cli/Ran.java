package org.loadline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a command said that ran in this process, on the small examples among the test resources. */
record Ran(int code, String out, String err) {
  static final String EXAMPLES = "src/test/resources/";

  /** Runs a command without blanks in its words; {@code @desk} is the example of that name. */
  static Ran by(String command) {
    return by(Map.of(), command.replace("@", EXAMPLES).split(" "));
  }

  static Ran by(Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(stream(out), stream(err), false, false, environment);
    int code = Main.run(console, arguments);
    console.flush();
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  /** What it printed, as a document. */
  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }
}
