package org.loadline.engine.code;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.FactRef;
import org.loadline.model.Type;
import org.loadline.source.Span;

/** What the reference evaluator is asked. */
public sealed interface Question extends Op {
  @Override
  default boolean mayFail() {
    return true;
  }

  /**
   * A fact, for a row or for the whole.
   *
   * @param row any place if there is no {@code rowType}
   */
  record OfFact(PlaceOp row, Optional<Type> rowType, FactRef fact, Type type, Span span)
      implements Question {
    @Override
    public List<PlaceOp> operands() {
      return List.of(row);
    }
  }

  /**
   * A lookup in a table: its owner and keys are worked out and put to it as constants.
   *
   * @param owner any place if {@code hasOwner} is false
   * @param types of owner, if there is one, and keys
   * @param own an {@code else} answers for it
   */
  record OfLookup(
      boolean hasOwner,
      PlaceOp owner,
      List<ValueOp> keys,
      List<Type> types,
      Wording wording,
      Span span,
      boolean own)
      implements Question {
    public OfLookup {
      keys = List.copyOf(keys);
      types = List.copyOf(types);
    }

    @Override
    public List<Op> operands() {
      return Operands.of(keys, owner);
    }
  }

  /** The lookup with owner and keys as given. */
  interface Wording {
    Expr lookup(Optional<Expr> owner, List<Expr> keys);
  }
}
