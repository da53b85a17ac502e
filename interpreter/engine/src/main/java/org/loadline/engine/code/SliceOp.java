package org.loadline.engine.code;

import java.util.List;
import java.util.Optional;

/**
 * The first elements of an order: so many, or those before one of them.
 *
 * @param slot where the order stands
 * @param failing whether the order may have failed
 */
public record SliceOp(int slot, boolean failing, Optional<NumberOp> most, Optional<PlaceOp> before)
    implements Op {
  @Override
  public List<Op> operands() {
    return Operands.present(most, before);
  }

  @Override
  public boolean mayFail() {
    return failing || most.isPresent() || Op.super.mayFail();
  }
}
