package org.loadline.engine.nodes;

import com.oracle.truffle.api.nodes.ControlFlowException;

/** A value could not be worked out. The words for it are found later, for the cell that has it. */
public final class Failure extends ControlFlowException {
  /** A fault: it passes to whatever reads the value. */
  public static final Failure FAULT = new Failure();

  /** The own failure of an operation that stands on the left of an {@code else}. */
  public static final Failure OWN = new Failure();

  private Failure() {}

  public static Failure of(boolean own) {
    return own ? OWN : FAULT;
  }
}
