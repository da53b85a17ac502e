package org.loadline.model;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/**
 * A column of an entity, or a system input.
 *
 * <p>{@code type} is as seen from the row itself ({@link RowPath#SELF}). A column family has one
 * column for each combination of members of its {@code family} choices, the last varying fastest.
 * {@code bucket} is there for inputs that entries of a waterfall may move amounts from and to.
 * {@code plural} is what the rows of this entity are called from the row a reference leads to.
 */
public record Field(
    int index,
    String name,
    Role role,
    Type type,
    List<ChoiceRef> family,
    Optional<StepRule> step,
    Optional<Bounds> within,
    Optional<Bucket> bucket,
    Optional<String> plural,
    boolean wholeNumber,
    String doc,
    Span span) {
  /** What the input is called that holds when the states of a row were last taken. */
  public static final String TAKEN = "time of last run";

  /** What a field is for. */
  public enum Role {
    KEY,
    REFERENCE,
    INPUT,
    /**
     * Made on loading, never given: what a group is known by, and in the rows that it is made of
     * the group that they are in.
     */
    MADE,
    /** What a state was in the last run. Like the next two it is handed back by the host. */
    LAST,
    /** From when on the state was so. */
    SINCE,
    /** When the states of the row were last taken. */
    TAKEN;

    /** Whether the host hands it back, rather than a snapshot holds it. */
    public boolean isHandedBack() {
      return this == LAST || this == SINCE || this == TAKEN;
    }

    /** Whether no snapshot holds it. */
    public boolean isMade() {
      return this == MADE || isHandedBack();
    }
  }

  /** Whether it leads to a row. */
  public boolean leadsToRow() {
    return role == Role.REFERENCE || (role == Role.MADE && type.present() instanceof Type.RowOf);
  }

  public Field {
    family = List.copyOf(family);
  }
}
