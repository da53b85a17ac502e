package org.loadline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the command line; the exit code is the outcome. */
@Command(
    name = "loadline",
    description = "Compiles and runs margin policies.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  /** The version this build was given. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var build = new Properties();
      try (var resource = Main.class.getResourceAsStream("build.properties")) {
        build.load(resource);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new String[] {"loadline " + build.getProperty("version")};
    }
  }
}
