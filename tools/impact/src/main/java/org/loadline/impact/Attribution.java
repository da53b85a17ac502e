package org.loadline.impact;

import java.util.List;
import java.util.Optional;
import org.loadline.diff.Change;
import org.loadline.values.Exact;

/**
 * How much of what changes comes from each change of the policy: Shapley values.
 *
 * <p>A change's part is what it adds when it is taken over, on average over all orders in which the
 * changes could be taken over one by one. The parts add up to the whole change, exactly.
 */
public record Attribution(Method method, List<Player> players, List<Parts> parts) {
  /** The unit of numbers that count rows. */
  public static final String ROWS = "rows";

  public Attribution {
    players = List.copyOf(players);
    parts = List.copyOf(parts);
  }

  /** How the parts were worked out. */
  public sealed interface Method {
    /** Over all orders; {@code policies} were worked out, each a mixture of old and new. */
    record EveryOrder(int policies) implements Method {}

    /** Over so many orders, drawn with a seed; parts have a standard error. */
    record DrawnOrders(int orders, long seed, int policies) implements Method {}
  }

  /** One change, or several that do not compile apart: {@code c3+c5}. */
  public record Player(String id, List<Change> changes) {
    public Player {
      changes = List.copyOf(changes);
    }
  }

  /** The parts of one number; in the order of the players. */
  public record Parts(String name, String unit, Shift amount, List<Part> parts) {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One part: {@code amount} is exact, a fraction at times; {@code error} is its standard error to
   * at least two digits, if orders were drawn.
   */
  public record Part(String player, Exact amount, Optional<Exact> error) {}
}
