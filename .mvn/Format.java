import com.google.googlejavaformat.java.GoogleJavaFormatToolProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Checks the layout of every Java source below a folder, or sets it right.
 *
 * <p>Run by the build as a source file, on the JDK the sources are written for: the formatter
 * parses with that JDK's own compiler. Arguments: {@code check} or {@code apply}, then the folder.
 */
final class Format {
  public static void main(String[] arguments) throws IOException {
    var check = arguments[0].equals("check");
    var root = Path.of(arguments[1]);
    var mode = check ? Stream.of("--dry-run", "--set-exit-if-changed") : Stream.of("--replace");
    String[] formatter;
    try (var files = Files.walk(root)) {
      var sources = files.map(Path::toString).filter(Format::isOurs);
      formatter = Stream.concat(mode, sources).toArray(String[]::new);
    }
    var out = new PrintWriter(System.out, true);
    var err = new PrintWriter(System.err, true);
    var changed = new GoogleJavaFormatToolProvider().run(out, err, formatter);
    if (check && changed != 0) {
      System.err.println(
          "These sources are not formatted. `mvn -N -P format validate` formats them.");
    }
    System.exit(changed);
  }

  private static boolean isOurs(String file) {
    return file.endsWith(".java") && !file.contains("/target/") && !file.contains("\\target\\");
  }
}
