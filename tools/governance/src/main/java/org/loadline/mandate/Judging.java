package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.mandate.History.EarlierChange;
import org.loadline.mandate.Reason.Finding;
import org.loadline.mandate.Reason.Kind;
import org.loadline.model.Bounds;
import org.loadline.model.ChangeRule;
import org.loadline.values.DurationText;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * Holds one change of a value against its bounds and its rule, all but what must change with it.
 *
 * <p>Both ends of bounds are allowed, and so is exactly the most that a value may change by. A
 * share is one of the value that is left. A clock runs out at its period: what was changed three
 * days ago may be changed again once in three days.
 */
final class Judging {
  private final String name;
  private final Value from;
  private final Value to;
  private final Optional<Bounds> within;
  private final ChangeRule rule;
  private final History history;
  private final Measure measure;
  private final List<Reason> reasons = new ArrayList<>();

  /** The least and the most that the change may lead to; empty if any number is free. */
  private Optional<Exact> least = Optional.empty();

  private Optional<Exact> most = Optional.empty();
  private boolean never;

  private Judging(
      String name,
      Value from,
      Value to,
      Optional<Bounds> within,
      ChangeRule rule,
      History history,
      Measure measure) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.within = within;
    this.rule = rule;
    this.history = history;
    this.measure = measure;
  }

  /** What becomes of a change, and why. */
  record Judged(Verdict verdict, Value effective, List<Reason> reasons) {}

  static Judged judge(
      String name,
      Value from,
      Value to,
      Optional<Bounds> within,
      ChangeRule rule,
      History history,
      Measure measure) {
    return new Judging(name, from, to, within, rule, history, measure).judged();
  }

  private Judged judged() {
    within.ifPresent(this::within);
    rule.most().ifPresent(this::atMost);
    rule.clock().filter(clock -> !clock.slidingWindow()).ifPresent(this::onceIn);
    if (rule.neverToZero()) {
      neverToZero();
    }
    boolean broken = reasons.stream().anyMatch(r -> r.finding() == Finding.BROKEN);
    if (!broken) {
      return new Judged(Verdict.ALLOWED, to, reasons);
    }
    return rule.beyond() == ChangeRule.Beyond.REFUSED
        ? new Judged(Verdict.REFUSED, from, reasons)
        : clipped()
            .map(value -> new Judged(Verdict.CLIPPED, value, reasons))
            .orElseGet(() -> new Judged(Verdict.REFUSED, from, reasons));
  }

  /** The value nearest to what was asked that is allowed; only from the old value towards it. */
  private Optional<Value> clipped() {
    if (never || !(from instanceof Exact old) || to.equals(org.loadline.values.None.INSTANCE)) {
      return Optional.empty();
    }
    boolean up = !(to instanceof Exact asked) || asked.compareTo(old) > 0;
    Optional<Exact> end = up ? most : least;
    if (end.isEmpty()) {
      return Optional.empty();
    }
    Exact reach =
        to instanceof Exact asked
            ? (up ? least(end.get(), asked) : most(end.get(), asked))
            : end.get();
    boolean onTheWay = up ? reach.compareTo(old) > 0 : reach.compareTo(old) < 0;
    Exact value = onTheWay ? reach : old;
    return rule.neverToZero() && value.signum() == 0 ? Optional.empty() : Optional.of(value);
  }

  private static Exact least(Exact a, Exact b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Exact most(Exact a, Exact b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private void bound(Exact low, Exact high) {
    least = Optional.of(least.map(l -> most(l, low)).orElse(low));
    most = Optional.of(most.map(m -> least(m, high)).orElse(high));
  }

  private void say(Kind kind, boolean kept, String limit, String says) {
    reasons.add(new Reason(kind, kept ? Finding.KEPT : Finding.BROKEN, limit, says));
  }

  private void unchecked(Kind kind, String limit, String says) {
    reasons.add(new Reason(kind, Finding.UNCHECKED, limit, says));
  }

  private void within(Bounds bounds) {
    bound(bounds.least(), bounds.most());
    if (to instanceof Exact number) {
      boolean holds = bounds.holds(number);
      say(
          Kind.WITHIN,
          holds,
          measure.within(bounds),
          "asked " + measure.value(to) + (holds ? "" : ", which is outside"));
    }
  }

  private void atMost(Exact allowed) {
    String limit = measure.atMost(rule);
    if (!(from instanceof Exact old)) {
      say(Kind.AT_MOST, false, limit, measure.value(from) + " is no number to change from");
      return;
    }
    reach(old, allowed);
    if (!(to instanceof Exact asked)) {
      say(Kind.AT_MOST, false, limit, "asked " + measure.value(to) + ", which is no number");
      return;
    }
    boolean kept = keeps(old, asked, allowed);
    Optional<ChangeRule.Clock> window = rule.clock().filter(ChangeRule.Clock::slidingWindow);
    if (window.isEmpty() || !kept) {
      say(Kind.AT_MOST, kept, limit, asked(old, asked, allowed));
    } else {
      inAny(window.get(), asked, allowed, limit);
    }
  }

  private void reach(Exact old, Exact allowed) {
    Exact size = rule.ofItsValue() ? allowed.times(old.abs()) : allowed;
    bound(old.minus(size), old.plus(size));
  }

  private boolean keeps(Exact old, Exact asked, Exact allowed) {
    Exact size = rule.ofItsValue() ? allowed.times(old.abs()) : allowed;
    return asked.minus(old).abs().compareTo(size) <= 0;
  }

  /** {@code asked +0.8 points, allowed 0.5 points}. */
  private String asked(Exact old, Exact asked, Exact allowed) {
    Exact by = asked.minus(old);
    if (!rule.ofItsValue()) {
      return "asked " + measure.move(by) + ", allowed " + measure.amount(allowed);
    }
    if (old.signum() == 0) {
      return "asked " + measure.move(by) + ", allowed nothing, since a share of zero is zero";
    }
    return "asked "
        + measure.move(by)
        + " ("
        + (by.signum() < 0 ? "-" : "+")
        + Measure.share(by.abs().dividedBy(old.abs()))
        + "), allowed "
        + measure.amount(allowed.times(old.abs()))
        + " ("
        + Measure.share(allowed)
        + ")";
  }

  /**
   * The new value is held against each that there was in the window, the first of them included.
   */
  private void inAny(ChangeRule.Clock window, Exact asked, Exact allowed, String limit) {
    Optional<Exact> now = history.at();
    Optional<List<EarlierChange>> known = history.of(name);
    if (known.isEmpty() || now.isEmpty()) {
      unchecked(Kind.AT_MOST, limit, known.isEmpty() ? "no history" : "no time of the proposal");
      return;
    }
    List<EarlierChange> recent =
        known.get().stream()
            .filter(c -> now.get().minus(c.at()).compareTo(window.period()) < 0)
            .toList();
    if (recent.stream().anyMatch(c -> c.from().isEmpty())) {
      unchecked(Kind.AT_MOST, limit, "the history does not say from what it was changed");
      return;
    }
    for (EarlierChange change : recent) {
      reach(change.from().orElseThrow(), allowed);
    }
    Optional<EarlierChange> broken =
        recent.stream().filter(c -> !keeps(c.from().orElseThrow(), asked, allowed)).findFirst();
    say(
        Kind.AT_MOST,
        broken.isEmpty(),
        limit,
        broken
            .map(
                c ->
                    asked(c.from().orElseThrow(), asked, allowed)
                        + ", from "
                        + measure.value(c.from().orElseThrow())
                        + ", which it was until "
                        + DurationText.format(now.get().minus(c.at()))
                        + " ago")
            .orElseGet(
                () ->
                    asked((Exact) from, asked, allowed)
                        + (recent.isEmpty()
                            ? ", not changed in that time"
                            : ", and no further from what it was in that time")));
  }

  private void onceIn(ChangeRule.Clock clock) {
    String limit = Measure.clock(clock);
    Optional<List<EarlierChange>> known = history.of(name);
    if (known.isEmpty()) {
      unchecked(Kind.CLOCK, limit, "no history");
    } else if (known.get().isEmpty()) {
      say(Kind.CLOCK, true, limit, "never changed before");
    } else if (history.at().isEmpty()) {
      unchecked(Kind.CLOCK, limit, "no time of the proposal");
    } else {
      Exact since = history.at().get().minus(known.get().getLast().at());
      boolean kept = since.compareTo(clock.period()) >= 0;
      never |= !kept;
      say(Kind.CLOCK, kept, limit, "last changed " + DurationText.format(since) + " ago");
    }
  }

  private void neverToZero() {
    boolean zero = to instanceof Exact number && number.signum() == 0;
    say(Kind.NEVER_TO_ZERO, !zero, "never to zero", "asked " + measure.value(to));
  }
}
