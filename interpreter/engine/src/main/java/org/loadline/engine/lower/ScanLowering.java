package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.order.RecordNode;
import org.loadline.engine.nodes.order.ScanNode;
import org.loadline.engine.nodes.order.Slice;
import org.loadline.engine.nodes.order.Stood;
import org.loadline.engine.nodes.order.StoodFlagNode;
import org.loadline.engine.nodes.order.StoodIndexNode;
import org.loadline.engine.nodes.order.StoodNumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/** Makes one loop of all scans over the same order, and what is read of it. */
final class ScanLowering {
  private final Lowering lowering;

  ScanLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The loop; the scans are kept from then on. */
  StatementNode lower(List<Term> scans) {
    Shape.Scan first = (Shape.Scan) scans.getFirst().shape();
    Map<Term, Shape.Carried> all = new LinkedHashMap<>();
    for (Term scan : scans) {
      ((Shape.Scan) scan.shape()).carried().forEach(c -> all.putIfAbsent(c.variable(), c));
    }
    List<Shape.Carried> carried = List.copyOf(all.values());
    Map<Integer, CarriedForm> forms = FoldLowering.forms(lowering, carried);
    for (int tries = 1; ; tries++) {
      lowering.notes().enter();
      TurnLowering turn = new TurnLowering(lowering, scans.getFirst(), carried, forms, true);
      StatementNode start = turn.start();
      StatementNode each = turn.each(first.variable());
      carried.forEach(c -> lowering.forget(lowering.keptFor(c.variable())));
      lowering.forget(lowering.keptFor(first.variable()));
      if (turn.other().isEmpty()) {
        return made(scans, carried, turn, start, each);
      }
      lowering.notes().abandon();
      forms.putAll(turn.other());
      if (tries == FoldLowering.MOST_TRIES) {
        forms.replaceAll((at, form) -> form.exact());
      }
    }
  }

  private StatementNode made(
      List<Term> scans,
      List<Shape.Carried> carried,
      TurnLowering turn,
      StatementNode start,
      StatementNode each) {
    Shape.Scan first = (Shape.Scan) scans.getFirst().shape();
    Kept.Order order = lowering.order(first.order());
    int slot = lowering.frame().lasting();
    RecordNode[] records =
        turn.values().stream().map(ScanLowering::record).toArray(RecordNode[]::new);
    lowering.frame().first(new ScanNode.Room(records, slot));
    List<Term> variables = carried.stream().map(Shape.Carried::variable).toList();
    scans.forEach(
        scan -> lowering.keep(scan, new Kept.Scan(slot, order.slot(), variables, turn.values())));
    note(scans, turn);
    lowering.notes().leave(first.variable());
    return new ScanNode(
        slice(order.slot()),
        start,
        each,
        records,
        scans.getFirst().free().isEmpty(),
        lowering.variable(first.variable()),
        slot);
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

  private static RecordNode record(Kept value) {
    return switch (value) {
      case Kept.Number number -> new RecordNode.OfNumber(number.slots());
      case Kept.Flag flag -> new RecordNode.OfPlace(flag.slot(), flag.markSlot());
      case Kept.Index index -> new RecordNode.OfPlace(index.slot(), index.markSlot());
      case Kept.Order _, Kept.Scan _ -> throw new IllegalStateException("no order is carried");
    };
  }

  private static Slice slice(int orderSlot) {
    return new Slice(orderSlot, true, null, null);
  }

  // ---- What is read of a scan

  NumberNode number(Shape.Earlier earlier) {
    Kept.Scan scan = lowering.scan(earlier.scan());
    NumberForm form = ((Kept.Number) value(scan, earlier)).form();
    return new StoodNumberNode(form, lowering.frame().beside(form), stood(scan, earlier));
  }

  FlagNode flag(Shape.Earlier earlier) {
    return new StoodFlagNode(stood(lowering.scan(earlier.scan()), earlier));
  }

  IndexNode place(Shape.Earlier earlier) {
    return new StoodIndexNode(stood(lowering.scan(earlier.scan()), earlier));
  }

  private static Kept value(Kept.Scan scan, Shape.Earlier earlier) {
    return scan.values().get(scan.variables().indexOf(earlier.value()));
  }

  private Stood stood(Kept.Scan scan, Shape.Earlier earlier) {
    return new Stood(
        slice(scan.orderSlot()),
        lowering.index(earlier.element()),
        scan.slot(),
        scan.variables().indexOf(earlier.value()));
  }
}
