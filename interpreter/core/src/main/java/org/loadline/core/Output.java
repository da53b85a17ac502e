package org.loadline.core;

import java.util.Arrays;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;

/**
 * A fact that is reported: of every row of its owner, or once.
 *
 * <p>{@code role} says which way it is tighter for those whom the policy governs, if the policy
 * says so; only numbers have one.
 */
public record Output(
    String name, Optional<EntityRef> owner, FactRef fact, Type type, Optional<Role> role) {

  /** A fact without a role. */
  public Output(String name, Optional<EntityRef> owner, FactRef fact, Type type) {
    this(name, owner, fact, type, Optional.empty());
  }

  /** The same fact in a role. */
  public Output as(Role other) {
    return new Output(name, owner, fact, type, Optional.of(other));
  }

  /** What a fact is to those whom the policy governs. */
  public enum Role {
    /** What must be there: more of it is tighter. */
    REQUIREMENT("requirement"),
    /** What may be used: less of it is tighter. */
    ALLOWANCE("allowance");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /** The word that a policy writes. */
    public String word() {
      return word;
    }

    /** The role that a policy calls so. */
    public static Optional<Role> of(String word) {
      return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
    }
  }
}
