package org.loadline.data;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Int128;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * The values of one field for every row of an entity.
 *
 * <p>What is special about a row stands in {@link Marks}; under a mark the stored value means
 * nothing.
 */
public sealed interface Column {
  int size();

  Marks marks();

  /** The stored value of a row that has one. */
  Value stored(int row);

  /** The value of a row; a row whose value is absent has none, ask {@link Marks#isAbsent} first. */
  default Value value(int row) {
    if (marks().isNone(row)) {
      return None.INSTANCE;
    }
    if (marks().isUnlimited(row)) {
      return Unlimited.INSTANCE;
    }
    if (marks().isAbsent(row)) {
      throw new IllegalStateException("no value is given for row " + row);
    }
    return stored(row);
  }

  /** Numbers that fit 64 bits: each is {@code unscaled} times ten to the power of -scale. */
  record Narrow(int scale, long[] unscaled, Marks marks) implements Column {
    @Override
    public int size() {
      return unscaled.length;
    }

    @Override
    public Value stored(int row) {
      return Exact.ofUnscaled(BigInteger.valueOf(unscaled[row]), scale);
    }
  }

  /** Numbers that don't all fit 64 bits and fit 128: those of an {@link Int128}. */
  record Wide(int scale, long[] high, long[] low, Marks marks) implements Column {
    @Override
    public int size() {
      return low.length;
    }

    @Override
    public Value stored(int row) {
      return Exact.ofUnscaled(new Int128(high[row], low[row]).toBigInteger(), scale);
    }
  }

  /** Numbers that don't all fit 128 bits. */
  record Huge(int scale, List<BigInteger> unscaled, Marks marks) implements Column {
    public Huge {
      unscaled = List.copyOf(unscaled);
    }

    @Override
    public int size() {
      return unscaled.size();
    }

    @Override
    public Value stored(int row) {
      return Exact.ofUnscaled(unscaled.get(row), scale);
    }
  }

  /** Fractions, which only a written table can hold. */
  record Fractions(List<Exact> values, Marks marks) implements Column {
    public Fractions {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public Value stored(int row) {
      return values.get(row);
    }
  }

  /** Row numbers, members of a choice, or flags as 0 and 1. */
  record Indices(Kind kind, int[] indices, Marks marks) implements Column {
    /** What an index stands for. */
    public enum Kind {
      ROW(RowNumber::new),
      MEMBER(Member::new),
      FLAG(i -> new Flag(i != 0));

      private final IntFunction<Value> make;

      Kind(IntFunction<Value> make) {
        this.make = make;
      }
    }

    @Override
    public int size() {
      return indices.length;
    }

    @Override
    public Value stored(int row) {
      return kind.make.apply(indices[row]);
    }
  }

  /** Texts. */
  record Texts(List<String> texts, Marks marks) implements Column {
    public Texts {
      texts = List.copyOf(texts);
    }

    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public Value stored(int row) {
      return new Text(texts.get(row));
    }
  }
}
