package org.loadline.engine.run;

import com.oracle.truffle.api.TruffleLanguage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Assumption;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.Planner;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;

/**
 * The assumptions about an entity, or the whole, as conditions on rows; finds the rows that may be
 * broken: where one does not hold, or can't be worked out.
 */
final class AssumptionPass {
  private final CompiledPass pass;
  private final List<FactRef> conditions;
  private final PassReads reads;
  private final RecordedColumns.Answers answers;

  private AssumptionPass(
      CompiledPass pass,
      List<FactRef> conditions,
      PassReads reads,
      RecordedColumns.Answers answers) {
    this.pass = pass;
    this.conditions = conditions;
    this.reads = reads;
    this.answers = answers;
  }

  /** The pass, if anything is assumed; made for the data of one run. */
  static Optional<AssumptionPass> of(
      TruffleLanguage<?> language, RunData data, Optional<EntityRef> owner, Effort first) {
    Program program = data.loaded().program();
    Planner.Assumed assumed = Planner.assumptions(program, data.inputs().params(), owner);
    if (assumed.conditions().isEmpty()) {
      return Optional.empty();
    }
    List<Assumption> assumptions =
        program.assumptions().stream().filter(a -> a.owner().equals(owner)).toList();
    List<Pass.Filled> filled = new ArrayList<>();
    List<FactRef> conditions = new ArrayList<>();
    for (int i = 0; i < assumptions.size(); i++) {
      Fact condition = asFact(assumptions.get(i), i);
      conditions.add(condition.ref());
      filled.add(new Pass.Filled(condition, assumed.conditions().get(i)));
    }
    RecordedColumns columns = new RecordedColumns(data);
    CompiledPass pass =
        new CompiledPass(language, program, columns, new Pass(assumed.row(), filled), first);
    PassReads reads = PassReads.of(program, assumed.conditions());
    return Optional.of(new AssumptionPass(pass, conditions, reads, columns.answers()));
  }

  /** Whether the pass is right for other data. */
  boolean suits(RunData data) {
    return answers.hold(data.inputs());
  }

  PassReads reads() {
    return reads;
  }

  /** Its own places lie below those of the facts of a program. */
  private static Fact asFact(Assumption assumption, int place) {
    return new Fact(
        new FactRef(-1 - place, "assume"),
        assumption.owner(),
        List.of(),
        Optional.empty(),
        assumption.condition(),
        Type.FLAG,
        assumption.slots(),
        Fact.Origin.LOCAL,
        "",
        assumption.span());
  }

  /** The rows that may be broken. */
  BitSet suspects(RunData data) {
    pass.open(data);
    int rows = pass.rows(data);
    pass.run(data, 0, rows, new byte[rows], pass.counts());
    BitSet all = new BitSet();
    all.set(0, rows);
    return failing(data, all);
  }

  /** Those of some rows that may be broken. */
  BitSet suspects(RunData data, BitSet among) {
    if (among.isEmpty()) {
      return new BitSet();
    }
    pass.open(data);
    int[] rows = among.stream().toArray();
    pass.listed().run(data, rows, 0, rows.length);
    return failing(data, among);
  }

  private BitSet failing(RunData data, BitSet among) {
    BitSet failing = new BitSet();
    for (FactRef condition : conditions) {
      FactColumn column = data.column(condition);
      for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
        if (column.mark(row) == Mark.FAULT || column.place(row) == 0) {
          failing.set(row);
        }
      }
    }
    return failing;
  }
}
