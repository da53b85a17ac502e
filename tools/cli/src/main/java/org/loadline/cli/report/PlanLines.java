package org.loadline.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.engine.inspect.Carried;
import org.loadline.engine.inspect.Described;
import org.loadline.model.Type;
import org.loadline.values.Exact;

/**
 * The lines of a plan: values to the left; unit, places, range, bits and checks in columns to the
 * right.
 */
final class PlanLines {
  private static final int UNIT = 9;
  private static final int PLACES = 2;
  private static final int RANGE = 18;
  private static final int BITS = 7;
  private static final int CHECK = 7;
  private static final int WORD = 8;
  private static final int LEAST = 30;
  private static final int NAME = 48;

  private final Ink ink;
  private final boolean loaded;
  private final int width;
  private final int values;
  private final List<String> all = new ArrayList<>();

  /**
   * @param loaded whether a number without a scale is one of any size; else it shows on loading
   */
  PlanLines(Ink ink, int width, boolean loaded) {
    this.ink = ink;
    this.loaded = loaded;
    this.width = width;
    this.values = Math.max(LEAST, width - UNIT - PLACES - RANGE - BITS - CHECK - 5);
  }

  List<String> all() {
    return List.copyOf(all);
  }

  void add(String line) {
    all.add(line);
  }

  void heads() {
    add(ink.faint(row("", "unit", "pl", "range", "bits", "check")));
  }

  private String row(
      String value, String unit, String places, String range, String bits, String check) {
    return (pad(value, values)
            + " "
            + pad(unit, UNIT)
            + " "
            + left(places, PLACES)
            + " "
            + left(range, RANGE)
            + " "
            + left(bits, BITS)
            + " "
            + check)
        .stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Glyphs.width(text)));
  }

  private static String left(String text, int width) {
    return " ".repeat(Math.max(0, width - Glyphs.width(text))) + text;
  }

  private static String cut(String text, int width) {
    return Glyphs.width(text) <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }

  /** A value with what is special inside it. */
  void value(String word, Described value, int indent) {
    columns(" ".repeat(indent) + pad(word, WORD) + text(value), value);
    remarks(value, indent + WORD, true);
  }

  /** A value and all that it is worked out from. */
  void tree(Described value, int indent) {
    columns(" ".repeat(indent) + text(value), value);
    for (String remark : value.remarks()) {
      add(cut(" ".repeat(indent + 2) + "· " + remark, width));
    }
    for (Described part : value.parts()) {
      tree(part, indent + 2);
    }
  }

  private void columns(String text, Described value) {
    boolean checked = !value.checks().isEmpty();
    String line =
        row(
            cut(Glyphs.line(text), values),
            cut(value.type().map(PlanLines::unit).orElse(""), UNIT),
            value.number().map(PlanLines::places).orElse(""),
            value.number().map(PlanLines::range).orElse(""),
            value.number().map(n -> bits(n, value)).orElse(""),
            checked ? "checked" : "");
    add(
        checked
            ? line.substring(0, line.length() - CHECK)
                + ink.warning(line.substring(line.length() - CHECK))
            : line);
  }

  private void remarks(Described value, int indent, boolean itself) {
    if (value.kept()) {
      return;
    }
    List<String> remarks = new ArrayList<>(value.remarks());
    if (!itself && !value.checks().isEmpty()) {
      int most = value.checks().stream().mapToInt(Described.Check::bits).max().orElse(0);
      remarks.add(
          "may take " + most + " bits, checked against " + value.checks().getFirst().width());
    }
    if (!remarks.isEmpty()) {
      String name = itself ? "" : cut(Glyphs.line(value.name().orElse(value.text())), NAME) + ": ";
      list(" ".repeat(indent) + "· ", List.of((name + String.join("; ", remarks)).split(" ")));
    }
    for (Described part : value.parts()) {
      remarks(part, indent, false);
    }
  }

  private static String text(Described value) {
    return value
        .name()
        .map(name -> name + (value.kept() ? "" : " = " + value.text()))
        .orElse(value.text());
  }

  static String unit(Type type) {
    return switch (type.present()) {
      case Type.Quantity q -> q.unit().toString();
      case Type.Flag flag -> "flag";
      case Type.Text text -> "text";
      case Type.Date date -> "date";
      case Type.Instant instant -> "instant";
      case Type.OfChoice choice -> choice.choice().name();
      case Type.RowOf row -> row.entity().name();
      case Type.Nothing nothing -> "none";
      case Type.OrNone never -> "";
    };
  }

  private static String places(Carried number) {
    return number.isExact() ? "" : number.isFraction() ? "/" : Integer.toString(number.places());
  }

  private String bits(Carried number, Described value) {
    if (number.isExact()) {
      return loaded ? "any" : "loading";
    }
    int needed = Math.max(number.bits(), number.divisorBits().orElse(0));
    int checked = value.checks().stream().mapToInt(Described.Check::bits).max().orElse(0);
    return Math.max(needed, checked) + "/" + number.width();
  }

  private static String range(Carried number) {
    if (number.isExact() || number.isFraction()) {
      return "";
    }
    String most = rounded(number.most(), RoundingMode.CEILING);
    String least = rounded(number.least(), RoundingMode.FLOOR);
    if (number.least().equals(number.most())) {
      return least;
    }
    return least.equals("-" + most) ? "±" + most : least + " .. " + most;
  }

  /** A number in a few digits, away from the range that it ends. */
  private static String rounded(Exact value, RoundingMode away) {
    BigDecimal number =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), new MathContext(3, away))
            .stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    if (number.signum() == 0 || (exponent >= -3 && exponent < 6)) {
      return number.toPlainString();
    }
    String digits = number.unscaledValue().abs().toString();
    return (number.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + exponent;
  }

  /** Items after a label, over as many lines as they take. */
  void items(String label, List<String> items) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      words.add(items.get(i) + (i + 1 < items.size() ? "," : ""));
    }
    list(label, words);
  }

  private void list(String label, List<String> words) {
    StringBuilder line = new StringBuilder(label);
    boolean first = true;
    for (String word : words) {
      if (!first && Glyphs.width(line.toString()) + 1 + Glyphs.width(word) > width) {
        add(line.toString());
        line = new StringBuilder(" ".repeat(label.length()));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    add(line.toString());
  }
}
