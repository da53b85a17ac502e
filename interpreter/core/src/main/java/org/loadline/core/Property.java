package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;

/**
 * A condition that holds for every row of an entity, or for the whole, on every snapshot.
 *
 * <p>{@code after} are values that it reads from slots: each is worked out on the same row in what
 * the waterfalls leave.
 */
public record Property(
    String title,
    Optional<EntityRef> owner,
    Expr statement,
    List<After> after,
    int slots,
    Span span) {
  public Property {
    after = List.copyOf(after);
  }

  /** {@code after.x}: a value in what the waterfalls leave, and the slot it is read from. */
  public record After(int slot, Expr value) {}
}
