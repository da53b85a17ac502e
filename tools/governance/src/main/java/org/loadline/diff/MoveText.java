package org.loadline.diff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.ChangeRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.DurationText;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/**
 * How far a value moved, in the words of a policy: {@code +0.25 points, +20%}.
 *
 * <p>Points are said where the new value is written as a percentage. Shares are rounded half even
 * to two places and then marked {@code ~}; all else is exact.
 */
public record MoveText(Move move, boolean percent) {
  private static final Exact HUNDRED = Exact.of(100);
  private static final int PLACES = 2;

  /** Of a value that is written so. */
  public static MoveText of(Move move, Optional<Wording> written) {
    return new MoveText(move, written.filter(w -> w.line().endsWith("%")).isPresent());
  }

  /** By how much, and by how much of its value; empty unless it is a number. */
  public List<String> size() {
    List<String> size = new ArrayList<>();
    move.by().ifPresent(by -> size.add(sign(by) + amount(by)));
    move.ofItsValue().ifPresent(share -> size.add(sign(share) + share(share)));
    return size;
  }

  /** The bounds of the old policy: {@code within 0% .. 5%}. */
  public Optional<String> bounds() {
    return move.withinBefore().map(b -> "within " + new Wording(b.span()).line());
  }

  /**
   * How far it may move at once, by the old policy: {@code by at most 0.5 points once in 3 days}.
   */
  public Optional<String> rule() {
    ChangeRule rule = move.rule();
    return rule.most()
        .map(
            most ->
                "by at most "
                    + (rule.ofItsValue() ? share(most) + " of its value" : amount(most))
                    + rule.clock().map(MoveText::clock).orElse(""));
  }

  private static String clock(ChangeRule.Clock clock) {
    String period = DurationText.format(clock.period());
    return (clock.slidingWindow() ? " in any " : " once in ") + period;
  }

  private static String sign(Exact number) {
    return number.signum() < 0 ? "" : "+";
  }

  private String amount(Exact number) {
    if (percent) {
      Exact points = number.times(HUNDRED);
      return NumberText.format(points) + (points.abs().equals(Exact.ONE) ? " point" : " points");
    }
    return switch (move.type().present()) {
      case Type.Quantity(Unit unit, var form, var unlimited) ->
          unit.equals(Unit.TIME)
              ? DurationText.format(number)
              : NumberText.format(number) + (unit.isOne() ? "" : " " + unit);
      case Type.Date date -> NumberText.format(number) + " days";
      case Type.Instant instant -> DurationText.format(number);
      case Type.Flag t -> NumberText.format(number);
      case Type.Text t -> NumberText.format(number);
      case Type.OfChoice t -> NumberText.format(number);
      case Type.RowOf t -> NumberText.format(number);
      case Type.Nothing t -> NumberText.format(number);
      case Type.OrNone t -> NumberText.format(number);
    };
  }

  private static String share(Exact share) {
    Exact percent = share.times(HUNDRED);
    var rounded =
        new BigDecimal(percent.numerator())
            .divide(new BigDecimal(percent.denominator()), PLACES, RoundingMode.HALF_EVEN);
    Exact shown = Exact.of(rounded);
    return NumberText.format(shown) + (shown.equals(percent) ? "%" : "~%");
  }
}
