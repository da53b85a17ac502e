package org.loadline.engine.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.loadline.engine.code.ValueOp.Meaning;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** A value as an object, for what is done rarely or behind a boundary. */
public abstract class ValueNode extends Node {
  public abstract Value execute(VirtualFrame frame);

  /** A number, of any size. */
  public static final class OfNumber extends ValueNode {
    @Child private NumberNode number;

    public OfNumber(NumberNode number) {
      this.number = number;
    }

    @Override
    public Value execute(VirtualFrame frame) {
      return number.executeExact(frame);
    }
  }

  /** A number that may be {@code none} or {@code unlimited}, put into slots first. */
  public static final class OfMarkedNumber extends ValueNode {
    @Child private StoreNumberNode store;
    @Child private NumberNode stored;
    private final NumberSlots slots;

    public OfMarkedNumber(StoreNumberNode store, NumberNode stored, NumberSlots slots) {
      this.store = store;
      this.slots = slots;
      this.stored = stored;
    }

    @Override
    public Value execute(VirtualFrame frame) {
      store.execute(frame);
      return switch (slots.readMark(frame)) {
        case Mark.NONE -> None.INSTANCE;
        case Mark.UNLIMITED -> Unlimited.INSTANCE;
        default -> stored.executeExact(frame);
      };
    }
  }

  /** A place that may be {@code none}. */
  public static final class OfOptionalPlace extends ValueNode {
    @Child private IndexNode place;
    private final Meaning meaning;

    public OfOptionalPlace(IndexNode place, Meaning meaning) {
      this.place = place;
      this.meaning = meaning;
    }

    @Override
    public Value execute(VirtualFrame frame) {
      int at = place.execute(frame);
      return at < 0 ? None.INSTANCE : OfPlace.value((RunData) frame.getArguments()[0], at, meaning);
    }
  }

  /** A place that is not missing. */
  public static final class OfPlace extends ValueNode {
    @Child private IndexNode place;
    private final Meaning meaning;

    public OfPlace(IndexNode place, Meaning meaning) {
      this.place = place;
      this.meaning = meaning;
    }

    @Override
    public Value execute(VirtualFrame frame) {
      int at = place.execute(frame);
      if (at < 0) {
        throw Failure.FAULT;
      }
      return value((RunData) frame.getArguments()[0], at, meaning);
    }

    @TruffleBoundary
    static Value value(RunData data, int at, Meaning meaning) {
      return switch (meaning) {
        case ROW -> new RowNumber(at);
        case MEMBER -> new Member(at);
        case TEXT -> new Text(data.loaded().texts().text(at));
        case FLAG -> Flag.of(at != 0);
      };
    }
  }
}
