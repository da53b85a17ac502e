package org.loadline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a command said when it ran in this process, as if in the repository's root.
 *
 * <p>{@code out} is its standard output, {@code all} that and its standard error as a person sees
 * them.
 */
public record Said(int exit, String out, String all) {
  public static final Path ROOT = Path.of("..", "..");

  /** Runs a command, not on a terminal. Arguments that name files do so from the root. */
  public static Said by(String... arguments) {
    var out = new ByteArrayOutputStream();
    var all = new ByteArrayOutputStream();
    PrintStream err = stream(all);
    var console = new Console(stream(both(out, all)), err, false, false, Map.of());
    String[] fromHere = Stream.of(arguments).map(Said::fromHere).toArray(String[]::new);
    int exit = Main.run(console, fromHere);
    console.flush();
    return new Said(exit, fromRoot(out), fromRoot(all));
  }

  private static String fromHere(String argument) {
    boolean named = !argument.startsWith("-") && Files.exists(ROOT.resolve(argument));
    return named ? ROOT.resolve(argument).toString() : argument;
  }

  private static String fromRoot(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(ROOT + "/", "");
  }

  private static PrintStream stream(OutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static OutputStream both(OutputStream one, OutputStream other) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        one.write(b);
        other.write(b);
      }
    };
  }
}
