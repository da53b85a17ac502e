package org.loadline.impact;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.OutputColumn;
import org.loadline.data.Snapshot;
import org.loadline.diff.Change;
import org.loadline.values.Exact;

/** A number whose change is attributed. */
sealed interface Attributed {
  /** What reports call it. */
  String name();

  String unit();

  Shift amount();

  /** Whether a change can alter it. */
  boolean isReachedBy(Change change, Names names);

  /** What a mixture must report to know it; empty if it has no such thing. */
  Optional<Output> output(Program mixture, Names names);

  /**
   * What it is in a mixture.
   *
   * @param totals of the column by unit, worked out when first asked for
   */
  Exact value(
      OneRun mixture,
      OutputColumn column,
      Compared compared,
      Function<OutputColumn, Map<String, Total.Side>> totals);

  /** A total. */
  record OfTotal(String name, String unit, Shift amount) implements Attributed {
    @Override
    public boolean isReachedBy(Change change, Names names) {
      return reaches(change, name, names);
    }

    @Override
    public Optional<Output> output(Program mixture, Names names) {
      return named(mixture, name, names);
    }

    @Override
    public Exact value(
        OneRun mixture,
        OutputColumn column,
        Compared compared,
        Function<OutputColumn, Map<String, Total.Side>> totals) {
      return Optional.ofNullable(totals.apply(column).get(unit))
          .map(Total.Side::value)
          .orElse(Exact.ZERO);
    }
  }

  /** How many rows come to be over the line of a waterfall, that were not under the old policy. */
  record OfLine(String waterfall, String entity, BitSet over, Shift amount) implements Attributed {
    public OfLine {
      over = (BitSet) over.clone();
    }

    @Override
    public String name() {
      return "newly over the line of " + waterfall;
    }

    @Override
    public String unit() {
      return Attribution.ROWS;
    }

    @Override
    public boolean isReachedBy(Change change, Names names) {
      return change.reach().waterfalls().stream()
          .anyMatch(w -> names.waterfall(w.name()).equals(waterfall));
    }

    @Override
    public Optional<Output> output(Program mixture, Names names) {
      return mixture.outputs().stream()
          .filter(o -> Lines.isLine(o))
          .filter(o -> names.waterfall(Lines.waterfall(o)).equals(waterfall))
          .findFirst();
    }

    @Override
    public Exact value(
        OneRun mixture,
        OutputColumn column,
        Compared compared,
        Function<OutputColumn, Map<String, Total.Side>> totals) {
      return newly(mixture, column, Crossings.over(column), over, compared);
    }
  }

  /** How many rows come to have a member of a choice, that had another under the old policy. */
  record OfMember(String output, String member, BitSet had, Shift amount) implements Attributed {
    public OfMember {
      had = (BitSet) had.clone();
    }

    @Override
    public String name() {
      return "newly to " + output + " " + member;
    }

    @Override
    public String unit() {
      return Attribution.ROWS;
    }

    @Override
    public boolean isReachedBy(Change change, Names names) {
      return reaches(change, output, names);
    }

    @Override
    public Optional<Output> output(Program mixture, Names names) {
      return named(mixture, output, names);
    }

    @Override
    public Exact value(
        OneRun mixture,
        OutputColumn column,
        Compared compared,
        Function<OutputColumn, Map<String, Total.Side>> totals) {
      BitSet now = OutcomeMoves.rows(mixture.program(), column, member);
      return newly(mixture, column, now, had, compared);
    }
  }

  private static boolean reaches(Change change, String output, Names names) {
    return change.reach().outputs().stream()
        .map(OneRun::name)
        .anyMatch(n -> n.equals(output) || names.fact(n).equals(output));
  }

  private static Optional<Output> named(Program mixture, String name, Names names) {
    return mixture.outputs().stream()
        .filter(o -> OneRun.name(o).equals(name) || names.fact(OneRun.name(o)).equals(name))
        .findFirst();
  }

  /** How many of some rows of a mixture were not among those of the old policy. */
  private static Exact newly(
      OneRun mixture, OutputColumn column, BitSet now, BitSet old, Compared compared) {
    Snapshot before = compared.before().snapshot();
    Rows rows =
        new Rows(
            before,
            mixture.snapshot(),
            compared.names(),
            Books.areSameRows(before, mixture.snapshot()));
    int newly = 0;
    for (int row = now.nextSetBit(0); row >= 0; row = now.nextSetBit(row + 1)) {
      OptionalInt was = rows.old(column.output().owner(), row);
      if (was.isEmpty() || !old.get(was.getAsInt())) {
        newly++;
      }
    }
    return Exact.of(newly);
  }
}
