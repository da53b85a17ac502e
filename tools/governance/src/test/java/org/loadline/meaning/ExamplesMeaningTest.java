package org.loadline.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.diff.Difference;
import org.loadline.parser.WrittenWords;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** What changes the meaning of an example, and what does not. */
class ExamplesMeaningTest {
  /** Digits that are changed in each example, unless all are asked for. */
  private static final int SOME = 3;

  @TempDir private Path folder;
  private List<String> said = List.of();

  static List<Path> examples() {
    return Compiled.examples();
  }

  /** Comments, documentation, layout, the order of definitions and the names of locals. */
  @ParameterizedTest
  @MethodSource("examples")
  void theWayOfWritingIsNoMeaning(Path example) throws IOException {
    Program written = Compiled.file(example);
    Meanings meanings = Meanings.of(written);
    String text = new RewrittenText(Files.readString(example)).text();
    Optional<Program> program = compiled(example, text);
    assertTrue(program.isPresent(), () -> said + "\n" + text);
    Meanings rewritten = Meanings.of(program.get());
    Differing differing = Differing.of(meanings, rewritten);
    assertEquals(List.of(), differing.all().stream().map(of -> of.subject()).toList(), text);
    assertEquals(meanings.hash(), rewritten.hash());
    assertEquals(List.of(), Difference.between(written, program.get()).changes());
    assertEquals(ModuleText.of(Source.of("a", Files.readString(example)), "").name(), name(text));
  }

  private static String name(String text) {
    return ModuleText.of(Source.of("b", text), "").name();
  }

  @Test
  void manyLocalsAreRenamed() throws IOException {
    int renames = 0;
    for (Path example : examples()) {
      RewrittenText text = new RewrittenText(Files.readString(example));
      text.text();
      renames += text.renames();
    }
    assertTrue(renames > 20, renames + " locals");
  }

  /** One digit of one number makes another policy; {@code -Dmeaning.digits=all} tries them all. */
  @ParameterizedTest
  @MethodSource("examples")
  void everyDigitIsMeaning(Path example) throws IOException {
    String text = Files.readString(example);
    if (!text.lines().anyMatch(l -> l.startsWith("policy "))) {
      return;
    }
    Program written = Compiled.file(example);
    Hash hash = Meanings.of(written).hash();
    List<Integer> digits = digits(text);
    if (!"all".equals(System.getProperty("meaning.digits"))) {
      java.util.Collections.shuffle(digits, new Random(example.toString().hashCode()));
      digits = digits.subList(0, Math.min(SOME, digits.size()));
    }
    for (int at : digits) {
      char other = text.charAt(at) == '9' ? '8' : (char) (text.charAt(at) + 1);
      String mutated = text.substring(0, at) + other + text.substring(at + 1);
      String line = Source.of("", mutated).lineText(Source.of("", mutated).line(at));
      compiled(example, mutated)
          .ifPresent(
              p -> {
                assertNotEquals(hash, Meanings.of(p).hash(), line);
                assertNotEquals(List.of(), Difference.between(written, p).changes(), line);
              });
    }
  }

  /** The last digits of numbers; those in comments, and in texts that explain, say nothing. */
  private static List<Integer> digits(String text) {
    List<Integer> digits = new ArrayList<>();
    for (WrittenWords.Word word : WrittenWords.of(Source.of("", text))) {
      if (word.text().matches("[0-9][0-9_]*(\\.[0-9_]+)?%?")) {
        int length = word.text().replace("%", "").length();
        digits.add(word.start() + length - 1);
      }
    }
    return digits;
  }

  /** The example with another text, beside the same modules; empty if it does not compile. */
  private Optional<Program> compiled(Path example, String text) throws IOException {
    copyModules(example);
    Path file = folder.resolve(example.getFileName().toString());
    Files.writeString(file, text);
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Program> program =
        new PolicyReader().read(file, sink).flatMap(bound -> Checking.check(bound, sink));
    said = sink.diagnostics().stream().map(d -> d.span().place() + " " + d.message()).toList();
    return sink.hasErrors() ? Optional.empty() : program;
  }

  private void copyModules(Path example) throws IOException {
    Path from = Optional.ofNullable(example.getParent()).orElseThrow();
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(f -> f.toString().endsWith(".risk"))
          .forEach(
              f -> {
                Path to = folder.resolve(from.relativize(f).toString());
                try {
                  if (!Files.exists(to)) {
                    Files.createDirectories(Optional.ofNullable(to.getParent()).orElseThrow());
                    Files.copy(f, to);
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
