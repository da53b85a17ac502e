package org.loadline.meaning;

/**
 * What a policy or a library defines, by its kind and its full name.
 *
 * <p>A fact of an entity is called {@code account.equity}, a fact of a function {@code
 * quote.premium}, a test, a property and a set of cases by its title. Names are unique within a
 * kind.
 */
public record Subject(Kind kind, String name) implements Comparable<Subject> {

  /** Kinds, in the order in which a reader meets them. */
  public enum Kind {
    UNIT("unit"),
    CHOICE("choice"),
    ENTITY("entity"),
    SYSTEM_INPUT("system input"),
    GROUP("group"),
    PARAM("param"),
    TABLE("table"),
    FACT("fact"),
    FUNCTION("function"),
    STATE("state"),
    ASSUMPTION("assumption"),
    ACTION("action"),
    WATERFALL("waterfall"),
    REPORT("report"),
    PROPERTY("property"),
    TEST("test"),
    EXAMPLES("examples"),
    CASES("cases"),
    ENVELOPE("envelope");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What a reader calls it. */
    public String words() {
      return words;
    }
  }

  @Override
  public int compareTo(Subject other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  /** As in {@code param liquidation_fee}. */
  @Override
  public String toString() {
    return kind.words() + " " + name;
  }
}
