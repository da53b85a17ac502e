package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.core.Builtin;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.values.Exact;
import org.loadline.values.FunctionResult;
import org.loadline.values.Functions;

/** A function whose value is the 18-place decimal nearest to the true one. */
public final class FunctionNode extends ExactNode {
  @Children private final NumberNode[] arguments;
  private final Builtin builtin;
  private final boolean own;

  public FunctionNode(Builtin builtin, boolean own, NumberNode[] arguments) {
    this.builtin = builtin;
    this.own = own;
    this.arguments = arguments;
  }

  @Override
  @ExplodeLoop
  protected Exact computeExact(VirtualFrame frame) {
    Exact[] values = new Exact[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      values[i] = arguments[i].executeExact(frame);
    }
    return call(values);
  }

  @TruffleBoundary
  private Exact call(Exact[] values) {
    FunctionResult result =
        switch (builtin) {
          case EXP -> Functions.exp(values[0]);
          case LN -> Functions.ln(values[0]);
          case POWER -> Functions.power(values[0], values[1]);
          case NORMAL_CDF -> Functions.normalCdf(values[0]);
          case ABS, SIGN, MIN, MAX, CLAMP, REMAINDER ->
              throw new IllegalArgumentException(builtin.word() + " is no such function");
        };
    return switch (result) {
      case FunctionResult.Defined(Exact number) -> number;
      case FunctionResult.Undefined reason -> throw Failure.of(own);
    };
  }
}
