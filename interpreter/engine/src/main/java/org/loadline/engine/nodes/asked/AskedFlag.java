package org.loadline.engine.nodes.asked;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.values.Flag;

/** The truth value that an asked formula comes to. */
public final class AskedFlag extends FlagNode {
  @Child private AskedFormula formula;

  public AskedFlag(AskedFormula formula) {
    this.formula = formula;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return ((Flag) formula.execute(frame)).value();
  }
}
