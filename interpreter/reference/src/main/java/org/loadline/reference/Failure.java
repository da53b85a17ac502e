package org.loadline.reference;

import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.data.Fault;

/**
 * A fault on its way to what reads it.
 *
 * <p>{@code operation} is the operation whose own failure it is, told apart by identity; {@code
 * else} answers only for the operations on its left. A fault that is nobody's own has none.
 */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final transient Optional<Expr> operation;

  private Failure(Fault fault, Optional<Expr> operation) {
    super(fault.what().message(), null, false, false);
    this.fault = fault;
    this.operation = operation;
  }

  /** A failure that an {@code else} may answer for. */
  static Failure own(Expr operation, Fault fault) {
    return new Failure(fault, Optional.of(operation));
  }

  /** A failure that passes through every {@code else}. */
  static Failure passing(Fault fault) {
    return new Failure(fault, Optional.empty());
  }

  Fault fault() {
    return fault;
  }

  Optional<Expr> operation() {
    return operation;
  }
}
