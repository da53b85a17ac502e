package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.source.Span;

/**
 * A named formula: of each row of an entity, or of the whole.
 *
 * <p>{@code slots} is the size of its frame. A fact with parameters exists once for each list of
 * argument types it is called with. {@code needs} is a condition on row and arguments whose failing
 * is a fault. A local is a fact that only its own definition sees, with that definition's
 * parameters first. The facts of a function have the function's parameters and a dotted name.
 */
public record Fact(
    FactRef ref,
    Optional<EntityRef> owner,
    List<Parameter> parameters,
    Optional<Expr> needs,
    Expr body,
    Type type,
    int slots,
    Origin origin,
    String doc,
    Span span) {
  public Fact {
    parameters = List.copyOf(parameters);
  }

  public String name() {
    return ref.name();
  }

  /** Where a fact comes from. */
  public enum Origin {
    FACT,
    LOCAL,
    FUNCTION
  }

  /** A parameter and the slot it is in. */
  public record Parameter(int slot, String name, Type type) {}
}
