package org.loadline.core;

import java.util.List;
import java.util.Map;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;
import org.loadline.source.Span;
import org.loadline.values.Value;

/** Rows and values that are given, and what is expected of them. */
public record TestCase(
    String title,
    List<GivenRow> rows,
    Map<InputRef, Value> system,
    Map<ParamRef, Value> params,
    List<Expectation> expectations,
    Span span) {
  public TestCase {
    rows = List.copyOf(rows);
    system = Map.copyOf(system);
    params = Map.copyOf(params);
    expectations = List.copyOf(expectations);
  }

  /** A row with what is given of it; a field that is not given is absent. */
  public record GivenRow(EntityRef entity, List<GivenField> fields, Span span) {
    public GivenRow {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One column of a given row: {@code member} is the place in a column family, 0 otherwise. A
   * reference is given by the key of its row; numbers are quantities and lie on the field's step.
   */
  public record GivenField(int field, int member, Value value, Span span) {}

  /**
   * What is expected; it holds if the condition is true, or the expression faults.
   *
   * <p>It is about what the waterfalls in {@code after} leave of the given rows, one after another;
   * {@code swept} are figures of their runs.
   */
  public sealed interface Expectation {
    List<WaterfallRef> after();

    List<SweepValue> swept();

    Span span();

    record Holds(
        Expr condition, int slots, List<WaterfallRef> after, List<SweepValue> swept, Span span)
        implements Expectation {
      public Holds {
        after = List.copyOf(after);
        swept = List.copyOf(swept);
      }
    }

    record Faults(
        Expr expression, int slots, List<WaterfallRef> after, List<SweepValue> swept, Span span)
        implements Expectation {
      public Faults {
        after = List.copyOf(after);
        swept = List.copyOf(swept);
      }
    }
  }
}
