package org.loadline.bound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.Value;

/**
 * What a key can be, cut into atoms: pieces that every cell of its column takes whole or not at
 * all.
 *
 * <p>In an order with bounds b0 to bn, atom 2i is what lies between two bounds and atom 2i + 1 is a
 * bound itself. Without order, each value that is written is an atom; where more values are
 * possible, the last atom is all of them.
 */
final class Axis {
  /** How the values of a key are laid out. */
  private enum Layout {
    ORDER,
    MEMBERS,
    VALUES
  }

  /** Atoms from {@code from} up to but without {@code to}. */
  record Stretch(int from, int to) {}

  private final Layout layout;
  private final List<Value> values;
  private final List<Boolean> required;
  private final KeyText text;
  private final boolean saysStarts;
  private final Map<Value, Integer> places = new HashMap<>();

  private Axis(
      Layout layout, List<Value> values, List<Boolean> required, KeyText text, boolean saysStarts) {
    this.layout = layout;
    this.values = values;
    this.required = required;
    this.text = text;
    this.saysStarts = saysStarts;
    for (Value value : values) {
      places.put(value, places.size());
    }
  }

  /** {@code fromZero}: what lies below zero is never asked for. */
  static Axis of(ReadColumn column, List<String> members, boolean clamp, boolean fromZero) {
    KeyText text = new KeyText(column.type(), column.percent(), members);
    if (column.type() instanceof Type.OfChoice) {
      List<Value> all = new ArrayList<>();
      members.forEach(member -> all.add(new Member(all.size())));
      return new Axis(Layout.MEMBERS, all, repeat(true, all.size()), text, saysStarts(column));
    }
    if (column.type() instanceof Type.Flag) {
      return new Axis(
          Layout.MEMBERS,
          List.of(Flag.FALSE, Flag.TRUE),
          List.of(true, true),
          text,
          saysStarts(column));
    }
    if (column.hasBounds()) {
      return order(column, clamp, fromZero, text);
    }
    List<Value> written =
        column.cells().stream()
            .filter(CellRule.Exactly.class::isInstance)
            .map(cell -> ((CellRule.Exactly) cell).value())
            .distinct()
            .toList();
    return new Axis(
        Layout.VALUES, written, repeat(false, written.size() + 1), text, saysStarts(column));
  }

  private static Axis order(ReadColumn column, boolean clamp, boolean fromZero, KeyText text) {
    TreeSet<Exact> bounds = new TreeSet<>();
    column.cells().forEach(cell -> bounds.addAll(bounds(cell)));
    if (fromZero) {
      bounds.add(Exact.ZERO);
    }
    List<Value> values = List.copyOf(bounds);
    boolean whole = column.wholeNumber() || column.type() instanceof Type.Date;
    List<Boolean> required = new ArrayList<>();
    for (int atom = 0; atom <= 2 * values.size(); atom++) {
      boolean outside = atom == 0 || atom == 2 * values.size();
      boolean wanted = !(clamp && outside) && !(whole && holdsNoWhole(values, atom));
      boolean negative =
          (fromZero || column.wholeNumber())
              && (atom == 0 || ((Exact) values.get((atom - 1) / 2)).signum() < 0);
      required.add(wanted && !negative);
    }
    return new Axis(Layout.ORDER, values, required, text, saysStarts(column));
  }

  private static boolean holdsNoWhole(List<Value> bounds, int atom) {
    if (atom % 2 == 1 || atom == 0 || atom == 2 * bounds.size()) {
      return false;
    }
    Exact below = (Exact) bounds.get(atom / 2 - 1);
    Exact above = (Exact) bounds.get(atom / 2);
    return below.isWhole() && above.equals(below.plus(Exact.ONE));
  }

  private static boolean saysStarts(ReadColumn column) {
    return column.cells().stream()
        .anyMatch(
            cell ->
                cell instanceof CellRule.From
                    || cell instanceof CellRule.FromBelow
                    || cell instanceof CellRule.Between);
  }

  private static List<Boolean> repeat(boolean value, int times) {
    return java.util.Collections.nCopies(times, value);
  }

  private static Collection<Exact> bounds(CellRule cell) {
    return switch (cell) {
      case CellRule.Below below -> List.of(below.bound());
      case CellRule.UpTo upTo -> List.of(upTo.bound());
      case CellRule.From from -> List.of(from.bound());
      case CellRule.FromBelow range -> List.of(range.from(), range.below());
      case CellRule.Between range -> List.of(range.from(), range.to());
      case CellRule.Exactly exactly -> List.of((Exact) exactly.value());
      case CellRule.Otherwise otherwise -> List.of();
    };
  }

  int atoms() {
    return required.size();
  }

  /** Whether all that the key can be is known, so that what no row takes is a gap. */
  boolean isClosed() {
    return layout != Layout.VALUES;
  }

  boolean isRequired(int atom) {
    return required.get(atom);
  }

  /** Whether pieces that lie side by side can be said in one cell. */
  boolean isOrdered() {
    return layout == Layout.ORDER;
  }

  Stretch stretch(CellRule cell) {
    return switch (cell) {
      case CellRule.Below below -> new Stretch(0, at(below.bound()));
      case CellRule.UpTo upTo -> new Stretch(0, at(upTo.bound()) + 1);
      case CellRule.From from -> new Stretch(at(from.bound()), atoms());
      case CellRule.FromBelow range -> new Stretch(at(range.from()), at(range.below()));
      case CellRule.Between range -> new Stretch(at(range.from()), at(range.to()) + 1);
      case CellRule.Exactly exactly -> {
        int atom = at(exactly.value());
        yield new Stretch(atom, atom + 1);
      }
      case CellRule.Otherwise otherwise -> new Stretch(0, atoms());
    };
  }

  private int at(Value value) {
    int place = Objects.requireNonNull(places.get(value), "a value of the column");
    return layout == Layout.ORDER ? 2 * place + 1 : place;
  }

  /** A cell that takes atoms which no row above takes, in the manner of the column. */
  String cell(Stretch stretch) {
    return layout == Layout.ORDER && stretch.to() == atoms() && !saysStarts
        ? "otherwise"
        : exactCell(stretch);
  }

  private String exactCell(Stretch stretch) {
    if (layout != Layout.ORDER) {
      return stretch.from() < values.size() ? text.of(values.get(stretch.from())) : "otherwise";
    }
    boolean fromBound = stretch.from() % 2 == 1;
    Value low = fromBound ? values.get(stretch.from() / 2) : Exact.ZERO;
    if (stretch.to() == atoms()) {
      return fromBound && stretch.from() > 0 ? "from " + text.of(low) : "otherwise";
    }
    Value high = values.get((stretch.to() - 1) / 2);
    boolean toBound = stretch.to() % 2 == 0;
    if (!fromBound) {
      return (toBound ? "up to " : "below ") + text.of(high);
    }
    if (stretch.to() == stretch.from() + 1) {
      return text.of(low);
    }
    return toBound
        ? text.of(low) + " .. " + text.of(high)
        : "from " + text.of(low) + " below " + text.of(high);
  }

  /** Atoms in a sentence: "`healthy`", "what lies above `100`". */
  String words(Stretch stretch) {
    if (layout != Layout.ORDER) {
      return stretch.from() < values.size()
          ? "`" + text.of(values.get(stretch.from())) + "`"
          : "any other value";
    }
    if (stretch.from() == 0 && stretch.to() < atoms()) {
      return "`" + exactCell(stretch) + "`";
    }
    if (stretch.from() % 2 == 1) {
      return "`" + exactCell(stretch) + "`";
    }
    if (stretch.from() == 0) {
      return "any value";
    }
    String low = "what lies above `" + text.of(values.get(stretch.from() / 2 - 1)) + "`";
    return stretch.to() == atoms() ? low : low + ", `" + cell(stretch) + "`";
  }
}
