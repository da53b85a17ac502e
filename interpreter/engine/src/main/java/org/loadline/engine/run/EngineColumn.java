package org.loadline.engine.run;

import org.loadline.core.Output;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.Texts;
import org.loadline.engine.nodes.Mark;
import org.loadline.model.Type;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** An output held as arrays; an outcome is made when it is asked for. */
final class EngineColumn implements OutputColumn {
  /** Says why a cell is a fault. */
  interface Words {
    Fault fault(Output output, int row);
  }

  private final Output output;
  private final FactColumn column;
  private final Texts texts;
  private final Words words;

  EngineColumn(Output output, FactColumn column, Texts texts, Words words) {
    this.output = output;
    this.column = column;
    this.texts = texts;
    this.words = words;
  }

  @Override
  public Output output() {
    return output;
  }

  @Override
  public int size() {
    return column.size();
  }

  @Override
  public Outcome outcome(int row) {
    return switch (column.mark(row)) {
      case Mark.FAULT -> new Outcome.Faulted(words.fault(output, row));
      case Mark.NONE -> new Outcome.Known(None.INSTANCE);
      case Mark.UNLIMITED -> new Outcome.Known(Unlimited.INSTANCE);
      default -> new Outcome.Known(value(row));
    };
  }

  private Value value(int row) {
    return switch (output.type().present()) {
      case Type.Quantity type -> column.number(row);
      case Type.Date type -> column.number(row);
      case Type.Instant type -> column.number(row);
      case Type.Flag type -> place(row, type);
      case Type.Text type -> place(row, type);
      case Type.OfChoice type -> place(row, type);
      case Type.RowOf type -> place(row, type);
      case Type.Nothing type -> None.INSTANCE;
      case Type.OrNone type -> throw new IllegalStateException("an option of an option");
    };
  }

  private Value place(int row, Type type) {
    int place = column.place(row);
    if (place < 0) {
      return None.INSTANCE;
    }
    return switch (type) {
      case Type.Flag flag -> Flag.of(place != 0);
      case Type.Text text -> new Text(texts.text(place));
      case Type.OfChoice choice -> new Member(place);
      default -> new RowNumber(place);
    };
  }
}
