package org.loadline.engine.nodes.table;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.data.Outcome;
import org.loadline.engine.code.Question.Wording;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * A lookup in a table of a rare make, which the reference evaluator answers: its owner and keys are
 * worked out here and put to it as constants.
 */
public final class AskedLookup extends Node {
  @Child private IndexNode owner;
  @Children private final ValueNode[] keys;
  private final boolean hasOwner;
  private final List<Type> types;
  private final Wording wording;
  private final Span span;
  private final boolean own;

  /**
   * @param owner any place if {@code hasOwner} is false
   * @param types of owner, if there is one, and keys
   */
  public AskedLookup(
      boolean hasOwner,
      IndexNode owner,
      ValueNode[] keys,
      List<Type> types,
      Wording wording,
      Span span,
      boolean own) {
    this.hasOwner = hasOwner;
    this.owner = owner;
    this.keys = keys;
    this.types = List.copyOf(types);
    this.wording = wording;
    this.span = span;
    this.own = own;
  }

  @ExplodeLoop
  public Value execute(VirtualFrame frame) {
    int of = owner.execute(frame);
    if (hasOwner && of < 0) {
      throw Failure.of(own);
    }
    Value[] values = new Value[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = keys[i].execute(frame);
    }
    return ask((RunData) frame.getArguments()[0], of, values);
  }

  @TruffleBoundary
  private Value ask(RunData data, int of, Value[] values) {
    List<Expr> constants = new ArrayList<>();
    int at = 0;
    Optional<Expr> row = Optional.empty();
    if (hasOwner) {
      row = Optional.of(new Expr.Constant(types.get(at++), span, new RowNumber(of)));
    }
    for (Value value : values) {
      constants.add(new Expr.Constant(types.get(at++), span, value));
    }
    Expr lookup = wording.lookup(row, constants);
    Expr none = new Expr.Constant(Type.NOTHING, span, None.INSTANCE);
    // Its own failure is answered by `else none`; any other fault is one.
    Expr answered = new Expr.Else(lookup.type(), lookup.span(), lookup, none);
    return switch (data.ask(answered)) {
      case Outcome.Faulted faulted -> throw Failure.FAULT;
      case Outcome.Known(Value value) -> {
        if (value == None.INSTANCE) {
          throw Failure.of(own);
        }
        yield value;
      }
    };
  }
}
