package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.nodes.ControlFlowException;

/** Ends a loop before its last element. */
final class Stop extends ControlFlowException {
  static final Stop INSTANCE = new Stop();

  private Stop() {}
}
