package org.loadline.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.mandate.Guards;
import org.loadline.values.Exact;

/**
 * What a new policy would do: both policies worked out on a book, and what comes out otherwise.
 *
 * <p>{@code effective} is the new policy as it takes effect, see {@link Guards#effective()}; {@code
 * before} and {@code after} are the params of both. An evaluator gives the same digits as any
 * other, so a plan does not depend on which one it is.
 */
public record Plan(
    Guards guards,
    Program effective,
    ParamValues before,
    ParamValues after,
    Evaluator evaluator,
    Asked asked,
    Watch watch) {

  /**
   * What is worked out beside totals, outcomes and rows.
   *
   * @param orders how changes are attributed; empty if they are not
   */
  public record Asked(boolean waterfalls, Optional<Orders> orders, List<Along> sensitivities) {
    public Asked {
      sensitivities = List.copyOf(sensitivities);
    }
  }

  /** A policy cannot be run on a book: it lacks something, or holds what the policy knows not. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean forNew;

    Unusable(boolean forNew) {
      super(forNew ? "the new policy cannot use its book" : "the old policy cannot use its book");
      this.forNew = forNew;
    }

    /** Whether it is the new policy that cannot. */
    public boolean isForNew() {
      return forNew;
    }
  }

  /** On one book for both policies. */
  public Impact on(Book book) throws Unusable {
    return on(book, book);
  }

  /**
   * On a book of each policy's own.
   *
   * @param forNew holds what only the new policy asks for; named as the book in the outcome is
   *     {@code forOld}
   */
  public Impact on(Book forOld, Book forNew) throws Unusable {
    Books books = new Books(forOld, forNew);
    Snapshot old = books.old(guards.difference().before()).orElseThrow(() -> new Unusable(false));
    Snapshot now = books.now(effective).orElseThrow(() -> new Unusable(true));
    OneRun was = OneRun.of(evaluator, guards.difference().before(), old, before);
    OneRun is = OneRun.of(evaluator, effective, now, after);
    Names names = new Names(guards.difference());
    boolean same = !books.areTwo() && Books.areSameRows(old, now);
    Rows rows = new Rows(old, now, names, same);
    return impact(new Compared(guards, was, is, names, rows, books), forOld.name());
  }

  private Impact impact(Compared compared, String book) {
    OneRun was = compared.before();
    OneRun is = compared.after();
    Rows rows = compared.rows();
    List<Pair> pairs = Pair.of(was, is, compared.names());
    List<Pair> chosen = Totals.chosen(pairs);
    List<Pair> choices = pairs.stream().filter(p -> p.isInBoth() && p.isChoice()).toList();
    List<Total> totals = Totals.of(chosen, was, is, Totals.ALL, Totals.ALL);
    List<Crossing> crossings = new Crossings(was, is, rows, chosen).all(compared.names());
    List<FaultNote> faults = new ArrayList<>(FaultNotes.of(was, FaultNote.Policy.OLD));
    faults.addAll(FaultNotes.of(is, FaultNote.Policy.NEW));
    Sensitivities sensitivities = new Sensitivities(is, evaluator, chosen, choices);
    return new Impact(
        guards,
        book,
        pairs.stream().anyMatch(p -> p.role().isPresent()),
        totals,
        choices.stream().map(p -> OutcomeMoves.of(p, was, is, rows)).toList(),
        crossings,
        asked.waterfalls() ? Bearings.of(was, is, evaluator, compared.names()) : List.of(),
        new Movers(was, is, rows, guards.difference()).of(chosen, pairs),
        RowCounts.of(pairs, was, is, rows),
        Spreads.of(chosen, was, is),
        faults,
        asked.orders().flatMap(orders -> attribution(compared, orders, totals, crossings, choices)),
        asked.sensitivities().stream().map(sensitivities::along).toList());
  }

  private Optional<Attribution> attribution(
      Compared compared,
      Orders orders,
      List<Total> totals,
      List<Crossing> crossings,
      List<Pair> choices) {
    List<Attributed> numbers = new ArrayList<>();
    for (Total total : totals) {
      total
          .shift()
          .ifPresent(
              shift -> numbers.add(new Attributed.OfTotal(total.name(), total.unit(), shift)));
    }
    for (Crossing crossing : crossings) {
      BitSet over =
          compared.before().line(oldName(compared, crossing)).map(Crossings::over).orElseThrow();
      Shift shift = new Shift(Exact.ZERO, Exact.of(crossing.newly().count()));
      numbers.add(new Attributed.OfLine(crossing.waterfall(), crossing.entity(), over, shift));
    }
    if (crossings.isEmpty()) {
      choices.forEach(pair -> members(compared, pair, numbers));
    }
    return new Attributing(compared, evaluator, orders, watch).of(numbers);
  }

  /** Where there is no line, rows that come to a member stand for those that come over it. */
  private static void members(Compared compared, Pair pair, List<Attributed> numbers) {
    Outcomes moves = OutcomeMoves.of(pair, compared.before(), compared.after(), compared.rows());
    OutputColumn was = pair.before().orElseThrow();
    for (String member : moves.members()) {
      int newly = moves.newly(member);
      if (newly > 0) {
        BitSet had = OutcomeMoves.rows(compared.before().program(), was, member);
        numbers.add(
            new Attributed.OfMember(
                pair.name(), member, had, new Shift(Exact.ZERO, Exact.of(newly))));
      }
    }
  }

  private static String oldName(Compared compared, Crossing crossing) {
    return compared.before().program().waterfalls().stream()
        .map(w -> w.name())
        .filter(name -> compared.names().waterfall(name).equals(crossing.waterfall()))
        .findFirst()
        .orElseThrow();
  }
}
