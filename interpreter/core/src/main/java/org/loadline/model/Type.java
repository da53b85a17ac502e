package org.loadline.model;

/** The type of an expression, known before anything runs. */
public sealed interface Type {

  /** How a number is held: see {@link Form}. */
  Type NUMBER = new Quantity(Unit.ONE, Form.DECIMAL, false);

  Type FLAG = new Flag();
  Type TEXT = new Text();
  Type DATE = new Date();
  Type INSTANT = new Instant();
  Type NOTHING = new Nothing();

  /** A number with its unit: numbers, ratios, counts, durations and amounts alike. */
  record Quantity(Unit unit, Form form, boolean orUnlimited) implements Type {}

  /** True or false. */
  record Flag() implements Type {}

  /** Words; they are compared, and are keys. */
  record Text() implements Type {}

  /** A day; a day less a day is a duration. */
  record Date() implements Type {}

  /** A moment, in UTC; a moment less a moment is a duration. */
  record Instant() implements Type {}

  /** A member of a choice; members are ordered as declared. */
  record OfChoice(ChoiceRef choice) implements Type {}

  /** A row of an entity or of a written table, with how it was reached. */
  record RowOf(EntityRef entity, RowPath path) implements Type {}

  /** The type of {@code none} alone. */
  record Nothing() implements Type {}

  /** A value of another type, or {@code none}; never nested. */
  record OrNone(Type of) implements Type {
    public OrNone {
      if (of instanceof OrNone || of instanceof Nothing) {
        throw new IllegalArgumentException("`or none` is said once");
      }
    }
  }

  /** How exact numbers are held. */
  enum Form {
    /** A decimal whose places are bounded by the text and the columns. */
    DECIMAL,
    /** A fraction whose denominator is known from the text: it can be summed over rows. */
    FIXED_FRACTION,
    /** A fraction whose denominator differs by row. */
    FRACTION;

    public Form join(Form other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** This type without its {@code or none}. */
  default Type present() {
    return this instanceof OrNone optional ? optional.of() : this;
  }

  /** Whether the value may be {@code none}. */
  default boolean isOptional() {
    return this instanceof OrNone || this instanceof Nothing;
  }
}
