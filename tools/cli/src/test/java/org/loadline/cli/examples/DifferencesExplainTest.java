package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.cli.Said;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;
import org.loadline.diff.Difference;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.snapshot.Loaded;
import org.loadline.snapshot.SnapshotReader;

/**
 * Whatever comes out otherwise on a book is explained by a change that is reported: a policy that
 * differs from another in nothing gives the same on every book.
 *
 * <p>Policies are changed one word at a time: a number, a comparison, an operator.
 */
class DifferencesExplainTest {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\w.\\-:])\\d[\\d_]*(?=[\\s%,)])| (?:<|<=|>|>=|\\+|-|\\*|/) ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "governance/perp_exchange.risk governance/book",
        "collateral-weights/policy.risk collateral-weights/snapshot",
        "perp-liquidation/policy.risk perp-liquidation/snapshot"
      })
  void noResultChangesWithoutAReason(String names, @TempDir Path folder) throws IOException {
    Path examples = Said.ROOT.resolve("examples");
    Path policy = examples.resolve(names.split(" ")[0]);
    Path book = examples.resolve(names.split(" ")[1]);
    String text = Files.readString(policy);
    Path file = folder.resolve("policy.risk");
    Files.writeString(file, text);
    Program written = Compiled.of(file).program().orElseThrow();
    String before = results(written, book).orElseThrow();
    int moved = 0;
    int told = 0;
    for (String other : changed(text)) {
      Files.writeString(file, other);
      Optional<Program> program = Compiled.of(file).program();
      Optional<String> after = program.flatMap(p -> results(p, book));
      if (after.isEmpty()) {
        continue;
      }
      Difference difference = Difference.between(written, program.get());
      boolean same = after.get().equals(before);
      moved += same ? 0 : 1;
      told += difference.changes().isEmpty() ? 0 : 1;
      assertTrue(same || !difference.changes().isEmpty(), other);
      assertEquals(List.of(), Difference.between(program.get(), program.get()).changes());
    }
    int explained = moved;
    assertTrue(explained >= 3, () -> explained + " changes of results");
    assertTrue(told >= moved, "what moves a result is told");
    assertFalse(before.isEmpty());
  }

  private static Optional<String> results(Program program, Path book) {
    Loaded loaded = SnapshotReader.read(program, book);
    Optional<Snapshot> snapshot =
        loaded.problems().isEmpty() ? loaded.snapshot() : Optional.empty();
    return snapshot.map(
        rows -> Evaluators.text(new ReferenceEvaluator(), program, Case.on("book", program, rows)));
  }

  private static List<String> changed(String text) {
    String policy = text.split("\ntest \"")[0];
    List<String> all = new ArrayList<>();
    for (MatchResult word : WORD.matcher(policy).results().toList()) {
      all.add(text.substring(0, word.start()) + other(word.group()) + text.substring(word.end()));
    }
    return all;
  }

  private static String other(String word) {
    return switch (word) {
      case " < " -> " <= ";
      case " <= " -> " < ";
      case " > " -> " >= ";
      case " >= " -> " > ";
      case " + " -> " - ";
      case " - " -> " + ";
      case " * " -> " / ";
      case " / " -> " * ";
      default -> {
        char last = word.charAt(word.length() - 1);
        yield word.substring(0, word.length() - 1) + (char) (last == '9' ? '8' : last + 1);
      }
    };
  }
}
