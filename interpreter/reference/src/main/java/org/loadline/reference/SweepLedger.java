package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Waterfall;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.StepTotal;
import org.loadline.sweep.Sweep;
import org.loadline.values.Exact;

/** Writes the ledger of one sweep and adds up what each step did. */
final class SweepLedger {
  private final Waterfall waterfall;
  private final int before;
  private final List<LedgerLine> lines = new ArrayList<>();

  /** Lines are numbered after so many before. */
  SweepLedger(Waterfall waterfall, int before) {
    this.waterfall = waterfall;
    this.before = before;
  }

  void add(String served, Optional<String> step, Optional<String> action, Event event, Span span) {
    int number = before + lines.size() + 1;
    lines.add(new LedgerLine(number, waterfall.ref(), served, step, action, event, span));
  }

  int mark() {
    return lines.size();
  }

  /** Takes back the lines of a row that is left as it was. */
  void undo(int mark) {
    lines.subList(mark, lines.size()).clear();
  }

  List<LedgerLine> lines() {
    return List.copyOf(lines);
  }

  List<StepTotal> totals(List<Sweep.Served> served) {
    List<StepTotal> totals = new ArrayList<>();
    for (int i = 0; i < waterfall.steps().size(); i++) {
      totals.add(total(waterfall.steps().get(i).name(), i, served));
    }
    return totals;
  }

  private record Way(Event.Kind kind, String from, String to) {}

  private StepTotal total(String step, int place, List<Sweep.Served> served) {
    Set<String> rows = new HashSet<>();
    Map<Way, StepTotal.Moved> ways = new LinkedHashMap<>();
    int entries = 0;
    for (LedgerLine line : lines) {
      if (line.step().equals(Optional.of(step))) {
        switch (line.event()) {
          case Event.Flow flow -> {
            entries++;
            rows.add(line.served());
            Way way = new Way(flow.kind(), flow.from().input(), flow.to().input());
            ways.merge(way, moved(way, flow), SweepLedger::together);
          }
          case Event.Set set -> {
            entries++;
            rows.add(line.served());
          }
          case Event.Created created -> {
            entries++;
            rows.add(line.served());
          }
          case Event.Refused refused -> {}
          case Event.Faulted faulted -> {}
        }
      }
    }
    Optional<Exact> absorbed =
        waterfall
            .covers()
            .map(
                covered ->
                    served.stream()
                        .map(row -> row.loss().orElseThrow().absorbed().get(place))
                        .reduce(Exact.ZERO, Exact::plus));
    return new StepTotal(step, absorbed, rows.size(), entries, List.copyOf(ways.values()));
  }

  private static StepTotal.Moved moved(Way way, Event.Flow flow) {
    boolean ofRow =
        flow.type().present() instanceof Type.Quantity quantity
            && quantity.unit().factors().stream().anyMatch(f -> f.owner().isPresent());
    return new StepTotal.Moved(
        way.kind(),
        way.from(),
        way.to(),
        flow.type(),
        ofRow ? Optional.empty() : Optional.of(flow.amount()),
        1);
  }

  private static StepTotal.Moved together(StepTotal.Moved a, StepTotal.Moved b) {
    return new StepTotal.Moved(
        a.kind(),
        a.from(),
        a.to(),
        a.type(),
        a.amount().flatMap(sum -> b.amount().map(sum::plus)),
        a.entries() + b.entries());
  }
}
