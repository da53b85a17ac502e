package org.loadline.diff;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.meaning.Subject;
import org.loadline.model.ColumnRule;
import org.loadline.model.Field;
import org.loadline.model.Param;

/** What was done to a definition. */
public sealed interface Edit {

  // ---- Any definition

  /** It is new. Of a new table the rows are part of it. */
  record Added() implements Edit {}

  /** It is gone. */
  record Removed() implements Edit {}

  /** It means what another meant that is gone; whoever read that reads this. */
  record Renamed(Subject from) implements Edit {}

  /**
   * What it says is another: the formula of a fact, state, function, assumption, property or group,
   * the entries of an action, or what a test, examples or cases expect.
   */
  record Rewritten() implements Edit {}

  // ---- Params

  /** The value of a param. */
  record ParamValue(Param before, Param after) implements Edit {
    /** How it moved, and whether that is allowed. */
    public Move move() {
      return new Move(
          before.type(),
          before.value(),
          after.value(),
          before.within(),
          after.within(),
          before.change());
    }
  }

  /** The bounds of a param, or how it may change. */
  record ParamLimits(Param before, Param after) implements Edit {}

  /** The type or unit of a param; its value may be another too. */
  record ParamType(Param before, Param after) implements Edit {}

  // ---- Tables

  /** A row of a table by what it is known by; {@code place} counts from 1. */
  record Row(String name, int place) {}

  /** A row is new. */
  record RowAdded(Row row) implements Edit {}

  /** A row is gone. */
  record RowRemoved(Row row) implements Edit {}

  /** A row stands elsewhere among those that are in both; rows are tried from the top. */
  record RowMoved(Row from, Row to) implements Edit {}

  /**
   * A cell of a row that is in both. A cell of a key that is no single value, such as {@code below
   * 100}, has no {@code move}.
   */
  record Cell(Row row, String column, Optional<Move> move) implements Edit {}

  /** The limits of a column; empty where there were or are none. */
  record ColumnLimits(String column, Optional<ColumnRule> before, Optional<ColumnRule> after)
      implements Edit {}

  /** A column is new; its cells are part of it. */
  record ColumnAdded(String column) implements Edit {}

  /** A column is gone. */
  record ColumnRemoved(String column) implements Edit {}

  /** The type or unit of a column. */
  record ColumnType(String column, String before, String after) implements Edit {}

  /** How a table is looked up: keys, owner, {@code marginal}, {@code linear}, {@code clamp}. */
  record TableForm() implements Edit {}

  // ---- Data that the host supplies

  /** A field of an entity is new; {@code mustBeGiven} unless it may be {@code none}. */
  record FieldAdded(Field field) implements Edit {
    /** Whether a snapshot must hold it from now on. */
    public boolean mustBeGiven() {
      return !field.type().isOptional();
    }
  }

  /** A field of an entity is gone. */
  record FieldRemoved(Field field) implements Edit {}

  /** The type, step, range, floor or role of a field or a system input. */
  record FieldChanged(Field before, Field after) implements Edit {}

  /** The key, parent, plural, or another property of an entity itself. */
  record EntityForm() implements Edit {}

  /**
   * One thing that is assumed of inputs: new if there is no text before, gone if there is none
   * after.
   */
  record Assumed() implements Edit {}

  /** The members of a choice, or their order. */
  record Members(List<String> before, List<String> after) implements Edit {
    public Members {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** What a unit belongs to; empty if to no entity. */
  record UnitOwner(Optional<String> before, Optional<String> after) implements Edit {}

  // ---- Waterfalls

  /** A part of a waterfall that is no step. */
  record WaterfallPart(Part part) implements Edit {
    /** Which. */
    public enum Part {
      ENTITY("entity"),
      GUARD("guard"),
      COVERS("covers"),
      ORDER("order"),
      CARRIED("carried values"),
      FIXED("fixed values"),
      STOP("stop"),
      REMAINDER("remainder");

      private final String words;

      Part(String words) {
        this.words = words;
      }

      /** What a reader calls it. */
      public String words() {
        return words;
      }
    }
  }

  /** A step is new; {@code place} counts from 1. */
  record StepAdded(String step, int place) implements Edit {}

  /** A step is gone. */
  record StepRemoved(String step, int place) implements Edit {}

  /** A step comes earlier or later among those that are in both. */
  record StepMoved(String step, int from, int to) implements Edit {}

  /** What a step does, when, or how much at most. */
  record StepChanged(String step) implements Edit {}

  // ---- Reports

  /** The type or unit in which a fact is reported. */
  record ReportedAs(String before, String after) implements Edit {}

  /** The order of what is in both: of reports, or of waterfalls, which run one after another. */
  record Order(List<String> before, List<String> after) implements Edit {
    public Order {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** Which way a reported number is tighter; empty if it says nothing. */
  record Role(Optional<Output.Role> before, Optional<Output.Role> after) implements Edit {}
}
