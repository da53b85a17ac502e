package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.FactRef;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.Total;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;

/** Makes the operations of the sums that a pass adds up over its rows. */
final class TotalLowering {
  private final Lowering lowering;
  private final Map<FactRef, ColumnForm> forms;

  /**
   * @param forms how sums are read; those that are missing are added
   */
  TotalLowering(Lowering lowering, Map<FactRef, ColumnForm> forms) {
    this.lowering = lowering;
    this.forms = forms;
  }

  /** The terms that rows add, or are chosen by. */
  static List<Term> terms(Pass pass) {
    List<Term> terms = new ArrayList<>();
    for (Pass.Totalled total : pass.totals()) {
      total.filter().ifPresent(terms::add);
      total.body().ifPresent(terms::add);
    }
    return terms;
  }

  /** A sum whose slots outlive the rows. */
  private record Summed(
      Pass.Totalled total, FlagOp filter, NumberOp body, NumberForm form, Slots part) {}

  /** The operations; the slots of what rows add are handed out before those of the sums. */
  List<Total> lower(Pass pass, Runnable beforeSums) {
    List<Summed> summed = pass.totals().stream().map(t -> summed(t, pass)).toList();
    beforeSums.run();
    return summed.stream().map(this::made).toList();
  }

  private Summed summed(Pass.Totalled total, Pass pass) {
    FlagOp filter = total.filter().map(lowering::flag).orElseGet(() -> new FlagOp.Constant(true));
    Optional<Note> where = total.filter().map(f -> lowering.notes().taken());
    NumberOp body =
        total
            .body()
            .map(b -> lowering.arithmetic().plain(lowering.number(b)))
            .orElseGet(() -> lowering.arithmetic().constant(Exact.ONE));
    NumberForm form = form(body.form(), rows(pass));
    Optional<Note> adds = total.body().map(b -> lowering.notes().taken());
    lowering.notes().total(total, where, adds, form);
    Slots part = lowering.frame().slots(form.width(), false, true);
    return new Summed(total, filter, body, form, part);
  }

  /** Wide enough for all rows; exact fractions if no width is. */
  private static NumberForm form(NumberForm body, BigInteger rows) {
    if (body.isExact() || body.isFraction()) {
      return NumberForm.EXACT;
    }
    Interval range = body.number().join(Interval.ZERO).times(new Interval(BigInteger.ZERO, rows));
    Width width = Width.of(range).join(body.width());
    return width == Width.EXACT ? NumberForm.EXACT : NumberForm.decimal(width, body.scale(), range);
  }

  private Total made(Summed summed) {
    NumberForm form = summed.form();
    Slots slots = lowering.frame().slots(form.width(), false, false);
    FactRef ref = summed.total().total();
    forms.computeIfAbsent(ref, r -> new ColumnForm.OfNumbers(form, true, true));
    return new Total(
        ref,
        summed.filter(),
        summed.body(),
        summed.part(),
        slots,
        form.scale(),
        lowering.frame().slot());
  }

  private BigInteger rows(Pass pass) {
    return pass.row().orElseThrow().shape() instanceof Shape.Variable(int depth, Domain domain)
            && domain instanceof Domain.Own(var entity)
        ? lowering.columns().mostRows(entity)
        : BigInteger.ONE;
  }
}
