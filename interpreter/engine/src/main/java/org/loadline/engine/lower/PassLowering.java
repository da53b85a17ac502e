package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.code.Fill;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PassCode;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.code.Total;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Term;

/** Decides all that a pass does, for one effort. */
public final class PassLowering {
  private PassLowering() {}

  /** What a pass does, and the forms of the columns that it fills. */
  public record Lowered(PassCode code, Map<FactRef, ColumnForm> forms, Noted noted) {
    public Lowered {
      forms = Map.copyOf(forms);
    }
  }

  /**
   * What there is to say about what a pass does.
   *
   * @param before once, for all rows
   */
  public record Noted(List<Note.Step> before, List<Note.Step> perRow) {}

  /**
   * @param forms how the columns are held, if an earlier effort has decided it
   */
  public static Lowered lower(
      Program program, Columns columns, Pass pass, Effort effort, Map<FactRef, ColumnForm> forms) {
    List<Term> wanted = new ArrayList<>(pass.filled().stream().map(Pass.Filled::term).toList());
    wanted.addAll(TotalLowering.terms(pass));
    Lowering lowering = new Lowering(program, columns, effort, wanted);
    List<StatementOp> shared = lowering.share(Optional.empty(), wanted);
    List<Note.Step> first = lowering.notes().steps();
    List<StatementOp> perRow = new ArrayList<>();
    int rowSlot = pass.row().map(lowering::variable).orElseGet(() -> lowering.frame().slot());
    int outside = lowering.frame().size();
    if (pass.row().isPresent()) {
      perRow.addAll(lowering.share(pass.row(), wanted));
    }
    Map<FactRef, ColumnForm> held = new HashMap<>(forms);
    boolean exceeding = shared.stream().anyMatch(StatementOp::mayOverflow);
    exceeding |= perRow.stream().anyMatch(StatementOp::mayOverflow);
    List<Supplier<StatementOp>> fills = new ArrayList<>();
    for (Pass.Filled filled : pass.filled()) {
      fills.add(fill(lowering, filled, rowSlot, held, exceeding));
    }
    if (forms.isEmpty()) {
      Bundles.of(pass, held).forEach(held::put);
    }
    fills.forEach(fill -> perRow.add(fill.get()));
    FrameLayout frame = lowering.frame();
    List<Integer> ofRow = new ArrayList<>();
    List<Total> totals =
        new TotalLowering(lowering, held)
            .lower(pass, () -> ofRow.addAll(frame.since(outside, Set.of())));
    List<Note.Step> all = lowering.notes().steps();
    Noted noted = new Noted(first, all.subList(first.size(), all.size()));
    StatementOp.Clear clear = frame.forget(ofRow);
    List<StatementOp> before = new ArrayList<>();
    before.add(frame.begin());
    before.addAll(frame.first());
    before.addAll(shared);
    PassCode code =
        new PassCode(
            name(program, pass),
            frame.size(),
            rowSlot,
            frame.arrays(),
            frame.texts(),
            before,
            perRow,
            totals,
            clear);
    return new Lowered(code, held, noted);
  }

  private static String name(Program program, Pass pass) {
    return program.name()
        + ": "
        + String.join(", ", pass.filled().stream().map(f -> f.fact().name()).toList());
  }

  /**
   * Fills a cell, once the forms of all columns are known. Where no row can fail, and none can need
   * to be worked out again with more bits, cells have no marks.
   *
   * @param exceeding whether what the pass works out for all facts may overflow
   */
  private static Supplier<StatementOp> fill(
      Lowering lowering,
      Pass.Filled filled,
      int rowSlot,
      Map<FactRef, ColumnForm> forms,
      boolean exceeding) {
    FactRef fact = filled.fact().ref();
    ColumnKey column = new ColumnKey.OfFact(fact);
    if (Kind.of(filled.fact().type()) != Kind.NUMBER) {
      PlaceOp op = lowering.index(filled.term());
      ColumnForm form =
          forms.computeIfAbsent(
              fact,
              f ->
                  new ColumnForm.OfPlaces(
                      exceeding || op.mayFail() || op.mayOverflow(), op.mayBeNone()));
      lowering.notes().fill(filled, form);
      return () -> new Fill.OfPlace(op, lowering.cells().slots(column, form), rowSlot);
    }
    NumberOp op = lowering.number(filled.term());
    ColumnForm form =
        forms.computeIfAbsent(
            fact,
            f -> {
              boolean whole = !op.form().isExact() && !op.form().isFraction();
              boolean proved = whole && !exceeding && !op.mayFail() && !op.mayOverflow();
              return new ColumnForm.OfNumbers(op.form(), !proved, !proved);
            });
    lowering.notes().fill(filled, form);
    return () -> numbers(lowering, op, rowSlot, column, Objects.requireNonNull(forms.get(fact)));
  }

  private static StatementOp numbers(
      Lowering lowering, NumberOp op, int rowSlot, ColumnKey column, ColumnForm form) {
    if (!(form instanceof ColumnForm.OfNumbers numbers)) {
      throw new IllegalStateException("a number for a column of places: " + column);
    }
    NumberForm held = numbers.form();
    NumberForm given = op.form();
    Slots slots =
        lowering
            .frame()
            .slots(given.width().join(held.width()), given.isFraction(), given.isMarked());
    return new Fill.OfNumber(op, slots, lowering.cells().slots(column, form), rowSlot, held);
  }
}
