package org.loadline.cli.quick;

import java.util.Arrays;
import java.util.List;

/** Switches and records of every kind, and what they say. */
public final class Sample {
  private Sample() {}

  sealed interface Shape {}

  record Dot() implements Shape {}

  record Line(int length, String name) implements Shape {}

  record All(
      boolean flag,
      byte b,
      char c,
      short s,
      int i,
      long l,
      float f,
      double d,
      Object o,
      int[] array)
      implements Shape {}

  /** What is said of values and of records that are alike or not. */
  public static List<Object> said() {
    int[] array = {1};
    All all = new All(true, (byte) -1, 'x', (short) 7, 3, 1L << 40, -0.0f, Double.NaN, "o", array);
    All same = new All(true, (byte) -1, 'x', (short) 7, 3, 1L << 40, -0.0f, Double.NaN, "o", array);
    All other = new All(true, (byte) -1, 'x', (short) 7, 3, 1L << 40, 0.0f, Double.NaN, "o", array);
    Line bare = new Line(2, null);
    return Arrays.asList(
        of(new Dot()),
        of(new Line(1, "a")),
        of(new Line(5, "a")),
        of(new Line(5, "b")),
        of(all),
        any(null),
        any("text"),
        any(12),
        any(List.of()),
        all.equals(same),
        all.equals(other),
        all.equals(null),
        all.hashCode() == same.hashCode(),
        bare.equals(new Line(2, null)),
        bare.equals(new Line(2, "")),
        new Line(3, "x").hashCode(),
        new Dot().equals(new Dot()),
        new Dot().hashCode(),
        bare.toString());
  }

  private static String of(Shape shape) {
    return switch (shape) {
      case Dot dot -> "dot";
      case Line line when line.length() < 3 -> "short";
      case Line(int length, String name) when name.equals("a") -> "long a " + length;
      case Line line -> "long";
      case All all -> "all";
    };
  }

  private static String any(Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> text;
      case Integer number when number > 10 -> "large";
      case Number number -> "small";
      default -> "else";
    };
  }
}
