package org.loadline.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Numbers rows by parent and keys: equal numbers are one group, lesser ones come first. */
final class GroupNumbers {
  private final BitSet out;
  private int[] of;

  GroupNumbers(GroupMembers members) {
    this.out = members.out();
    this.of = members.parents().clone();
  }

  /** Tells rows apart by one more key. */
  void refine(@Nullable Value[] keys) {
    Map<Value, Integer> ranks = new HashMap<>();
    IntStream.range(0, keys.length)
        .filter(row -> !out.get(row))
        .forEach(row -> ranks.putIfAbsent(keys[row], 0));
    List<Value> sorted = new ArrayList<>(ranks.keySet());
    sorted.sort(GroupNumbers::compare);
    for (int rank = 0; rank < sorted.size(); rank++) {
      ranks.put(sorted.get(rank), rank);
    }
    long[] pairs = new long[of.length];
    for (int row = 0; row < of.length; row++) {
      pairs[row] =
          out.get(row)
              ? -1
              : (long) of[row] * sorted.size() + Objects.requireNonNull(ranks.get(keys[row]));
    }
    of = dense(pairs);
  }

  /** The number of each row's group; -1 for one that is in none. */
  int[] of() {
    return of;
  }

  /** Places among the distinct numbers from zero on; -1 stays. */
  private static int[] dense(long[] numbers) {
    long[] distinct = Arrays.stream(numbers).filter(n -> n >= 0).sorted().distinct().toArray();
    int[] places = new int[numbers.length];
    for (int row = 0; row < numbers.length; row++) {
      places[row] = numbers[row] < 0 ? -1 : Arrays.binarySearch(distinct, numbers[row]);
    }
    return places;
  }

  /** The first row of each group. */
  int[] firsts() {
    int groups = Arrays.stream(of).max().orElse(-1) + 1;
    int[] firsts = new int[groups];
    for (int row = of.length - 1; row >= 0; row--) {
      if (of[row] >= 0 && !out.get(row)) {
        firsts[of[row]] = row;
      }
    }
    return firsts;
  }

  private static int compare(Value left, Value right) {
    return switch (left) {
      case Exact number -> number.compareTo((Exact) right);
      case Text text -> Keys.compareTexts(text.value(), ((Text) right).value());
      case Member member -> Integer.compare(member.ordinal(), ((Member) right).ordinal());
      case RowNumber row -> Integer.compare(row.index(), ((RowNumber) right).index());
      case Flag flag -> Boolean.compare(flag.value(), ((Flag) right).value());
      default -> throw new IllegalArgumentException("not a key: " + left);
    };
  }
}
