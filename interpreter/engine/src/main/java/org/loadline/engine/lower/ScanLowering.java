package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.OrderOp;
import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.SliceOp;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.code.StoodOp;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/** Makes one loop of all scans over the same order, and what is read of it. */
final class ScanLowering {
  private final Lowering lowering;

  /** The scans whose turns are being made, by their elements. */
  private final Map<Term, Kept.Scan> underWay = new HashMap<>();

  ScanLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The loop; the scans are kept from then on. */
  StatementOp lower(List<Term> scans) {
    Shape.Scan first = (Shape.Scan) scans.getFirst().shape();
    Map<Term, Shape.Carried> all = new LinkedHashMap<>();
    for (Term scan : scans) {
      ((Shape.Scan) scan.shape()).carried().forEach(c -> all.putIfAbsent(c.variable(), c));
    }
    List<Shape.Carried> carried = List.copyOf(all.values());
    List<Term> variables = carried.stream().map(Shape.Carried::variable).toList();
    Map<Integer, CarriedForm> forms = FoldLowering.forms(lowering, carried);
    int orderSlot = lowering.order(first.order()).slot();
    int slot = lowering.frame().lasting();
    for (int tries = 1; ; tries++) {
      lowering.notes().enter();
      TurnLowering turn = new TurnLowering(lowering, scans.getFirst(), carried, forms, true);
      Kept.Scan kept = new Kept.Scan(slot, orderSlot, variables, turn.values());
      underWay.put(first.variable(), kept);
      StatementOp start = turn.start();
      StatementOp each = turn.each(first.variable());
      carried.forEach(c -> lowering.forget(lowering.keptFor(c.variable())));
      lowering.forget(lowering.keptFor(first.variable()));
      underWay.remove(first.variable());
      if (turn.other().isEmpty()) {
        return made(scans, kept, turn, start, each);
      }
      lowering.notes().abandon();
      forms.putAll(turn.other());
      if (tries == FoldLowering.MOST_TRIES) {
        forms.replaceAll((at, form) -> form.exact());
      }
    }
  }

  private StatementOp made(
      List<Term> scans, Kept.Scan kept, TurnLowering turn, StatementOp start, StatementOp each) {
    Shape.Scan first = (Shape.Scan) scans.getFirst().shape();
    // Whoever reads the plan sees that the scan reads its order.
    lowering.order(first.order());
    List<OrderOp.Recorded> records = turn.values().stream().map(ScanLowering::record).toList();
    lowering.frame().first(new OrderOp.ScanRoom(records, kept.slot()));
    scans.forEach(scan -> lowering.keep(scan, kept));
    note(scans, turn);
    lowering.notes().leave(first.variable());
    return new OrderOp.Scan(
        slice(kept.orderSlot()),
        start,
        each,
        records,
        scans.stream().allMatch(scan -> scan.free().isEmpty()),
        scans.stream().anyMatch(ScanLowering::isOfItsOwn),
        lowering.variable(first.variable()),
        kept.slot());
  }

  /** Whether it depends on more than its order, which may stay as it is where the scan does not. */
  private static boolean isOfItsOwn(Term term) {
    Shape.Scan scan = (Shape.Scan) term.shape();
    Set<Term> seen = new HashSet<>(List.of(scan.order(), scan.variable()));
    scan.carried().forEach(c -> seen.add(c.variable()));
    return scan.carried().stream()
        .anyMatch(
            c ->
                OrderLowering.reads(c.start(), term.free(), seen)
                    || OrderLowering.reads(c.next(), term.free(), seen));
  }

  private void note(List<Term> scans, TurnLowering turn) {
    lowering
        .notes()
        .total(
            new Note(
                scans.getFirst(),
                false,
                Optional.empty(),
                turn.checks(),
                List.of(),
                new ArrayList<>(turn.parts())));
  }

  private static OrderOp.Recorded record(Kept value) {
    return switch (value) {
      case Kept.Number number -> new OrderOp.Recorded.OfNumber(number.slots());
      case Kept.Flag flag -> new OrderOp.Recorded.OfPlace(flag.slot(), flag.markSlot());
      case Kept.Index index -> new OrderOp.Recorded.OfPlace(index.slot(), index.markSlot());
      case Kept.Order _, Kept.Scan _ -> throw new IllegalStateException("no order is carried");
    };
  }

  private static SliceOp slice(int orderSlot) {
    return new SliceOp(orderSlot, true, Optional.empty(), Optional.empty());
  }

  // ---- What is read of a scan

  /** Which value of a scan is read, and of which element. */
  private record Reading(Kept.Scan scan, Term value, Term element, boolean after) {
    int place() {
      return scan.variables().indexOf(value);
    }
  }

  private Reading reading(Term term) {
    return switch (term.shape()) {
      case Shape.Earlier(Term scan, Term value, Term element, boolean after) ->
          new Reading(lowering.scan(scan), value, element, after);
      case Shape.Hitherto(Term at, Term value, Term element, boolean after) ->
          new Reading(Objects.requireNonNull(underWay.get(at)), value, element, after);
      default -> throw new IllegalArgumentException("nothing of a scan: " + term.shape());
    };
  }

  NumberOp number(Term term) {
    Reading reading = reading(term);
    NumberForm form = ((Kept.Number) reading.scan().values().get(reading.place())).form();
    return new NumberRead.AtElement(form, lowering.frame().beside(form), stood(reading));
  }

  FlagOp flag(Term term) {
    return new FlagOp.AtElement(stood(reading(term)));
  }

  PlaceOp place(Term term) {
    return new PlaceFound.AtElement(stood(reading(term)));
  }

  private StoodOp stood(Reading reading) {
    return new StoodOp(
        slice(reading.scan().orderSlot()),
        lowering.index(reading.element()),
        reading.scan().slot(),
        reading.place(),
        reading.after());
  }
}
