package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** One line of a step or of an action: what is done to buckets and other inputs. */
public sealed interface WaterfallEntry {
  Span span();

  /**
   * {@code for each position in positions where C ranked by K while C: entry}, or several in
   * braces. Without {@code in} the rows are those of the row around it.
   */
  record ForEach(
      Name row,
      Optional<Expression> rows,
      Optional<Expression> where,
      List<OrderKey> rankedBy,
      Optional<Expression> going,
      List<WaterfallEntry> entries,
      Span span)
      implements WaterfallEntry {
    public ForEach {
      rankedBy = List.copyOf(rankedBy);
      entries = List.copyOf(entries);
    }
  }

  /** {@code move a from X to Y}. */
  record Move(Expression amount, Expression from, Expression to, List<Clause> clauses, Span span)
      implements WaterfallEntry {
    public Move {
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code cancel a of X against Y}: a holding and an obligation fall together. */
  record Cancel(
      Expression amount, Expression holding, Expression obligation, List<Clause> clauses, Span span)
      implements WaterfallEntry {
    public Cancel {
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code raise X and Y by a}: a holding and an obligation rise together. */
  record Raise(Expression one, Expression other, Expression amount, List<Clause> clauses, Span span)
      implements WaterfallEntry {
    public Raise {
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code create auction { lot = 3, started = now }}: a new row. */
  record Create(Name entity, List<GivenRow.Setting> settings, Span span) implements WaterfallEntry {
    public Create {
      settings = List.copyOf(settings);
    }
  }

  /** {@code set x.input to E}: an input that does not flow. */
  record Set(Expression input, Expression value, Span span) implements WaterfallEntry {}

  /** {@code refuse reason when C}: the row is left as it was. */
  record Refuse(Expression reason, Expression condition, Span span) implements WaterfallEntry {}

  /** {@code share a from accounts.cash where C to X by W}: one end has many rows. */
  record Share(
      Expression amount, End from, End to, Expression weight, List<Clause> clauses, Span span)
      implements WaterfallEntry {
    public Share {
      clauses = List.copyOf(clauses);
    }
  }

  /** Where a share comes from or goes to. */
  record End(Expression place, Optional<Expression> where, Span span) {}

  /** {@code close_at_mark(position, size, fee: 1%)}: the entries of an action. */
  record Call(Name action, List<Expression.Argument> arguments, Span span)
      implements WaterfallEntry {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** What stands after an entry and a comma. */
  sealed interface Clause {
    Span span();

    /** {@code at most A}: less will do. */
    record AtMost(Expression cap, Span span) implements Clause {}

    /** {@code each at most A}: of one row of a share. */
    record EachAtMost(Expression cap, Span span) implements Clause {}

    /** {@code refilled}: what caps keep out is shared among the others. */
    record Refilled(Span span) implements Clause {}

    /** {@code once}: what caps keep out is left. */
    record Once(Span span) implements Clause {}

    /** {@code in steps of S}: rounded down to whole steps. */
    record InSteps(Step step, Span span) implements Clause {}

    /** {@code remainder to the largest K then id}: who gets the steps lost to rounding. */
    record ToTheLargest(List<OrderKey> order, Span span) implements Clause {
      public ToTheLargest {
        order = List.copyOf(order);
      }
    }
  }
}
