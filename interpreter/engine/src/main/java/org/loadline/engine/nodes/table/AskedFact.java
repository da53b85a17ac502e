package org.loadline.engine.nodes.table;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.FactRef;
import org.loadline.data.Outcome;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** A fact of a rare make, which the reference evaluator works out for a row, or for the whole. */
public final class AskedFact extends Node {
  @Child private IndexNode row;
  private final Optional<Type> rowType;
  private final FactRef fact;
  private final Type type;
  private final Span span;

  /**
   * @param row any place if there is no {@code rowType}
   */
  public AskedFact(IndexNode row, Optional<Type> rowType, FactRef fact, Type type, Span span) {
    this.row = row;
    this.rowType = rowType;
    this.fact = fact;
    this.type = type;
    this.span = span;
  }

  public Value execute(VirtualFrame frame) {
    int of = row.execute(frame);
    if (of < 0) {
      throw Failure.FAULT;
    }
    return ask((RunData) frame.getArguments()[0], of);
  }

  @TruffleBoundary
  private Value ask(RunData data, int of) {
    Optional<Expr> at = rowType.map(t -> new Expr.Constant(t, span, new RowNumber(of)));
    return switch (data.ask(new Expr.FactOf(type, span, at, fact, List.of()))) {
      case Outcome.Faulted faulted -> throw Failure.FAULT;
      case Outcome.Known(Value value) -> value;
    };
  }
}
