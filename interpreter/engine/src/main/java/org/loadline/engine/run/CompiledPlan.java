package org.loadline.engine.run;

import com.oracle.truffle.api.TruffleLanguage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.engine.load.Inputs;
import org.loadline.engine.load.RunData;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.Plan;
import org.loadline.engine.plan.Planner;
import org.loadline.engine.plan.RowSum;
import org.loadline.engine.plan.Soundness;

/** A program's passes as nodes, for its params and for snapshots of one make. */
final class CompiledPlan {
  private final boolean adds;
  private final ParamValues params;
  private final Soundness soundness;
  private final RecordedColumns.Answers answers;

  /** What it was last found right for: runs on the same inputs follow one another. */
  private volatile WeakReference<Inputs> lately;

  private final List<CompiledPass> passes = new ArrayList<>();
  private final List<PassReads> reads;

  /** Of each pass that is worked out once, or sums over children, its facts one by one. */
  private final List<List<PassReads>> readsOfFacts;

  private final Set<FactRef> followed;
  private final Set<FactRef> summed = new HashSet<>();

  /**
   * Plans and lowers; the columns that passes fill are opened in {@code data}.
   *
   * @param adds whether passes add sums over all rows up, instead of keeping what they add
   */
  CompiledPlan(
      TruffleLanguage<?> language, Program program, RunData data, boolean adds, Effort first) {
    this(language, program, data, adds, pass -> first);
  }

  /** The same, each pass from the effort on that it has learned to start with. */
  CompiledPlan relearned(TruffleLanguage<?> language, Program program, RunData data) {
    return new CompiledPlan(language, program, data, adds, pass -> passes.get(pass).start());
  }

  /** Whether it would be lowered otherwise now. */
  boolean hasLearned() {
    return passes.stream().anyMatch(CompiledPass::hasLearned);
  }

  private CompiledPlan(
      TruffleLanguage<?> language,
      Program program,
      RunData data,
      boolean adds,
      IntFunction<Effort> first) {
    this.adds = adds;
    this.params = data.inputs().params();
    this.soundness = data.inputs().soundness();
    this.lately = new WeakReference<>(data.inputs());
    RecordedColumns columns = new RecordedColumns(data);
    Plan plan =
        Planner.plan(
            program, params, soundness, entity -> Optional.of(columns.mostRows(entity)), adds);
    for (Pass pass : plan.passes()) {
      CompiledPass compiled =
          new CompiledPass(language, program, columns, pass, first.apply(passes.size()));
      compiled.open(data);
      passes.add(compiled);
    }
    this.answers = columns.answers();
    this.reads =
        plan.passes().stream()
            .map(pass -> pass.filled().stream().map(Pass.Filled::term).toList())
            .map(terms -> PassReads.of(program, terms))
            .toList();
    this.readsOfFacts =
        plan.passes().stream()
            .map(
                pass ->
                    pass.row().isPresent() && pass.summed().isEmpty()
                        ? List.<Pass.Filled>of()
                        : pass.filled())
            .map(all -> all.stream().map(f -> PassReads.of(program, List.of(f.term()))).toList())
            .toList();
    this.followed = followed(plan.passes());
    for (int at = 0; at < passes.size(); at++) {
      if (passes.get(at).ofChildren().isPresent()) {
        addFacts(reads.get(at), summed);
      }
    }
  }

  private Set<FactRef> followed(List<Pass> all) {
    Set<FactRef> found = new HashSet<>();
    for (int at = 0; at < all.size(); at++) {
      Pass pass = all.get(at);
      if (pass.row().isPresent()) {
        addFacts(reads.get(at), found);
      }
      for (int fact = 0; pass.row().isEmpty() && fact < pass.filled().size(); fact++) {
        if (RowSum.of(pass.filled().get(fact).term()).isEmpty()) {
          addFacts(readsOfFacts.get(at).get(fact), found);
        }
      }
    }
    for (Pass pass : all) {
      if (pass.summed().isPresent()) {
        pass.filled().forEach(filled -> found.remove(filled.fact().ref()));
      }
    }
    return Set.copyOf(found);
  }

  private static void addFacts(PassReads reads, Set<FactRef> found) {
    for (PassReads.Cells cells : reads.cells()) {
      if (cells.column() instanceof ColumnKey.OfFact(FactRef fact)) {
        found.add(fact);
      }
    }
  }

  /**
   * Whether it matters which rows of a fact changed: somebody reads it who does not merely sum it
   * over all rows, or read a sum over children that is kept.
   */
  boolean isFollowed(FactRef fact) {
    return followed.contains(fact);
  }

  /** Whether sums over children read a fact, which are brought up to date from what it was. */
  boolean isSummed(FactRef fact) {
    return summed.contains(fact);
  }

  /** What each fact reads that the pass at a place fills, if it is of the whole or of sums. */
  List<PassReads> readsOfFacts(int pass) {
    return readsOfFacts.get(pass);
  }

  /** What the pass at a place reads. */
  PassReads reads(int pass) {
    return reads.get(pass);
  }

  /** Whether the nodes are right for other inputs, and add sums up as is wanted. */
  boolean suits(Inputs inputs, boolean addsWanted) {
    return adds == addsWanted && suits(inputs);
  }

  /** Whether the nodes are right for other inputs. */
  boolean suits(Inputs inputs) {
    if (lately.refersTo(inputs)) {
      return true;
    }
    boolean suits =
        params.equals(inputs.params())
            && soundness.equals(inputs.soundness())
            && answers.hold(inputs);
    if (suits) {
      lately = new WeakReference<>(inputs);
    }
    return suits;
  }

  List<CompiledPass> passes() {
    return passes;
  }
}
