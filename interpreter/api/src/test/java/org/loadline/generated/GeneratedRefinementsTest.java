package org.loadline.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.loadline.bound.Binding;
import org.loadline.bound.Library;
import org.loadline.bound.ModuleLoader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.generated.Cells.Difference;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;

/**
 * What must hold of every policy that refines another: it gives what the same policy written out
 * gives, and so does one that refines it in turn.
 *
 * <p>{@code -Drefinements.policies=N} tries N policies, {@code -Drefinements.seed=S} begins
 * elsewhere, {@code -Drefinements.debug=true} prints what was refused.
 */
class GeneratedRefinementsTest {
  private static final int POLICIES = Integer.getInteger("refinements.policies", 20);
  private static final long SEED = Long.getLong("refinements.seed", 1);
  private static final boolean DEBUG = Boolean.getBoolean("refinements.debug");
  private static final int EACH = 2;

  private final ReferenceEvaluator reference = new ReferenceEvaluator();
  private final List<String> broken = new ArrayList<>();
  private int tried;
  private int refused;

  @TempDir Path folder;

  @Test
  @Timeout(3_600)
  void refinementsGiveWhatTheyAreWrittenOut() throws IOException {
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      Evaluators both = new Evaluators(reference, engine);
      for (long seed = SEED; tried < POLICIES && broken.size() < 3; seed++) {
        PolicyMaker.Made made = PolicyMaker.make(seed, EACH);
        if (Compiled.of(made.policy().text()).program().isPresent()) {
          tried++;
          tryPolicy(made, both);
        }
      }
    }
    System.out.println(tried + " policies refined twice, " + refused + " refinements refused");
    if (!broken.isEmpty()) {
      fail(String.join("\n\n", broken));
    }
    assertTrue(refused * 5 <= tried, () -> refused + " of " + tried);
  }

  private void tryPolicy(PolicyMaker.Made made, Evaluators both) throws IOException {
    Draw draw = new Draw(made.seed());
    MadePolicy base = made.policy();
    Files.writeString(folder.resolve("generated.risk"), base.text());
    Refinement strict = Refinement.of("strict", "generated", base, made.others(), draw);
    Refinement stricter = Refinement.of("stricter", "strict", strict.flat(), made.others(), draw);
    for (Refinement refinement : List.of(strict, stricter)) {
      String name = refinement == strict ? "strict" : "stricter";
      Path file = folder.resolve(name + ".risk");
      Files.writeString(file, refinement.text());
      DiagnosticSink sink = new DiagnosticSink();
      Optional<Program> refined =
          ModuleLoader.load(file, Library.empty(), sink)
              .flatMap(m -> Checking.check(Binding.bind(m, sink), sink));
      Compiled flat = Compiled.of(refinement.flat().text());
      String texts =
          "seed "
              + made.seed()
              + "\n"
              + base.text()
              + "\n"
              + strict.text()
              + (refinement == strict ? "" : "\n" + stricter.text());
      if (refined.isPresent() != flat.program().isPresent()) {
        boolean kind = errors(sink).matches("(?s).*\\b(R3730|R2144|R2149)\\b.*");
        if (!kind) {
          broken.add(texts + "\nrefined: " + errors(sink) + "\nwritten out: " + flat.errors());
        }
        refused++;
        report(texts, sink);
        return;
      }
      if (refined.isEmpty()) {
        refused++;
        report(texts, sink);
        return;
      }
      for (MadeSnapshot snapshot : made.snapshots()) {
        differ(refined.get(), flat.program().get(), snapshot, both)
            .ifPresent(d -> broken.add(texts + "\n" + snapshot + "\n" + d));
      }
    }
  }

  private static void report(String texts, DiagnosticSink sink) {
    if (DEBUG) {
      System.out.println(texts + "\nis refused: " + errors(sink));
    }
  }

  private static String errors(DiagnosticSink sink) {
    return sink.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(d -> d.code().code() + " " + d.message() + " at " + d.span().text())
        .collect(Collectors.joining("\n"));
  }

  private Optional<Difference> differ(
      Program refined, Program flat, MadeSnapshot made, Evaluators both) {
    Optional<Snapshot> one = made.load(refined).snapshot();
    Optional<Snapshot> two = made.load(flat).snapshot();
    if (one.isEmpty() || two.isEmpty()) {
      assertTrue(one.isEmpty() == two.isEmpty());
      return Optional.empty();
    }
    ParamValues params = ParamValues.written(refined);
    Cells first = Evaluators.cells(reference, refined, one.get(), params);
    Cells second = Evaluators.cells(reference, flat, two.get(), ParamValues.written(flat));
    Cells fast = Evaluators.cells(both.other(), refined, one.get(), params);
    return sorted(first)
        .firstDifference(sorted(second), false)
        .or(() -> first.firstDifference(fast, true));
  }

  /** What stands in another place is output in another place. */
  private static Cells sorted(Cells cells) {
    return new Cells(
        cells.cells().stream()
            .sorted(Comparator.comparing(c -> c.output() + " " + c.row()))
            .toList());
  }
}
