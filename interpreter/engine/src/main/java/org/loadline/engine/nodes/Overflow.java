package org.loadline.engine.nodes;

import com.oracle.truffle.api.nodes.ControlFlowException;

/** A number left its width: the row is worked out again with a wider one. */
public final class Overflow extends ControlFlowException {
  public static final Overflow INSTANCE = new Overflow();

  private Overflow() {}
}
