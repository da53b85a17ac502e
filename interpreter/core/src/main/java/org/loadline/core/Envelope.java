package org.loadline.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Permission;
import org.loadline.source.Span;

/**
 * A mandate: what of a policy may change without a vote, typed for one program.
 *
 * <p>{@code policy} names the policy that it is of, if it says. It holds from the day {@code from}
 * to the end of the day {@code until}. What no permission names may not change.
 */
public record Envelope(
    String title,
    Optional<String> policy,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<Permission> permitted,
    List<Requirement> requirements,
    String doc,
    Span span) {
  public Envelope {
    permitted = List.copyOf(permitted);
    requirements = List.copyOf(requirements);
  }

  /**
   * A condition of the new policy: of every row of a written table, or once. It reads no data.
   *
   * <p>{@code was} are values of the old policy that it reads from slots, each worked out there as
   * a whole: of the same row, if there is one.
   */
  public record Requirement(
      Optional<String> title,
      Optional<EntityRef> rows,
      Expr condition,
      List<Was> was,
      int slots,
      Span span) {
    public Requirement {
      was = List.copyOf(was);
    }
  }

  /** {@code was x}: a value of the old policy, and the slot it is read from. */
  public record Was(int slot, Expr value) {}
}
