package org.loadline.values;

/** A member of a choice, by its place in the declaration, counted from zero. */
public record Member(int ordinal) implements Value {
  public Member {
    if (ordinal < 0) {
      throw new IllegalArgumentException("a member of a choice has no negative place: " + ordinal);
    }
  }
}
