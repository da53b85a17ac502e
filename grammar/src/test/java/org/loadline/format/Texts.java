package org.loadline.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** The texts of the repository, by the names of their files. */
final class Texts {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```risk\n(.*?)^```");

  private Texts() {}

  /** Policies and libraries, and the blocks of the documents, as their authors wrote them. */
  static Map<String, String> all() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = ROOT.relativize(file).toString();
        if (name.startsWith("target") || name.contains("/target/")) {
          continue;
        }
        if (name.endsWith(".risk")) {
          text(file).ifPresent(text -> texts.put(name, text));
        } else if (name.endsWith(".md")) {
          int place = 0;
          for (MatchResult block : BLOCK.matcher(text(file).orElse("")).results().toList()) {
            texts.put(name + " block " + ++place, inPolicy(block.group(1)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** Those of some texts that have no errors, laid out. */
  static Map<String, String> laidOut(Map<String, String> texts) {
    Map<String, String> laidOut = new TreeMap<>();
    texts.forEach((name, text) -> laidOut(text).ifPresent(it -> laidOut.put(name, it)));
    texts.keySet().retainAll(laidOut.keySet());
    return laidOut;
  }

  private static String inPolicy(String block) {
    return block.contains("policy ") || block.contains("library ")
        ? block
        : "policy block\n\n" + block;
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (MalformedInputException broken) {
      return Optional.empty();
    }
  }

  /** Nothing where the text has errors. */
  static Optional<String> laidOut(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<String> result = Formatting.format(Source.of("test.risk", text), sink);
    if (sink.diagnostics().stream().anyMatch(Formatting::isFaultOfOurs)) {
      throw new AssertionError(sink.diagnostics() + "\n" + text);
    }
    return result;
  }
}
