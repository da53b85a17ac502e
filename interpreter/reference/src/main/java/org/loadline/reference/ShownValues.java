package org.loadline.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.model.Type;
import org.loadline.source.Span;

/**
 * The values of a condition's parts, to be shown under its text: what it read, and the sides that
 * it compared. Constants are left out, since their text is their value.
 */
final class ShownValues {
  private final Evaluation evaluation;

  ShownValues(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** In the order of the text; each place once. */
  List<TestReport.Shown> under(Expr condition, int slots, Optional<RowAt> row) {
    return under(condition, Frame.of(slots, Optional.empty(), row));
  }

  /** Of a condition that reads slots of a frame. */
  List<TestReport.Shown> under(Expr condition, Frame frame) {
    Explanation words = new Explanation(evaluation);
    Map<Span, TestReport.Shown> shown = new LinkedHashMap<>();
    for (Expr part : parts(condition)) {
      Outcome outcome = evaluation.outcome(part, frame.copy());
      shown.putIfAbsent(
          part.span(), new TestReport.Shown(part.span(), words.shown(part.type(), outcome)));
    }
    List<TestReport.Shown> ordered = new ArrayList<>(shown.values());
    ordered.sort(
        Comparator.comparingInt((TestReport.Shown s) -> s.span().start())
            .thenComparingInt(s -> s.span().end()));
    return ordered;
  }

  /** Reads wherever they stand; combinations only where a condition compares them. */
  private static List<Expr> parts(Expr condition) {
    List<Expr> parts = new ArrayList<>();
    Deque<Expr> ahead = new ArrayDeque<>(List.of(condition));
    while (!ahead.isEmpty()) {
      Expr at = ahead.pop();
      if (Parts.isRead(at)) {
        parts.add(at);
      } else if (!at.type().equals(Type.FLAG)) {
        parts.add(at);
        parts.addAll(Parts.reads(at));
      } else {
        Parts.of(at).reversed().forEach(ahead::push);
      }
    }
    parts.removeIf(
        part ->
            part instanceof Expr.Constant
                || (part instanceof Expr.Local && part.type().present() instanceof Type.RowOf));
    return parts;
  }
}
