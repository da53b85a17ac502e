package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** A line of an entity or of {@code system}. */
public sealed interface Member {
  Span span();

  /** {@code key symbol}, {@code key id : count}. */
  record Key(Name name, Optional<TypeExpression> type, Doc doc, Span span) implements Member {}

  /** {@code of account as payer listed as payments}: a reference to one row of an entity. */
  record Reference(
      Name entity,
      Optional<Name> alias,
      Optional<Name> listedAs,
      boolean orNone,
      Doc doc,
      Span span)
      implements Member {}

  /**
   * {@code a, b : USD in steps of 0.01 floor none or none within 0 .. 1}: inputs of one type.
   *
   * <p>{@code families} are the parameters of a column family, {@code weight(kind) : ratio}. {@code
   * listedAs} is allowed when the type is an entity: a reference with a name of its own.
   */
  record Input(
      List<Name> names,
      List<Parameter> families,
      TypeExpression type,
      Optional<Step> step,
      Optional<Bucket> bucket,
      boolean orNone,
      boolean orUnlimited,
      Optional<Range> within,
      Optional<Name> listedAs,
      Doc doc,
      Span span)
      implements Member {
    public Input {
      names = List.copyOf(names);
      families = List.copyOf(families);
    }
  }

  /** {@code maximum is unlimited}: the greatest integer of its kind stands for no bound. */
  record MaximumIsUnlimited(Span span) implements Member {}

  /** {@code assume size != 0}. */
  record Assumed(Assumption assumption) implements Member {
    @Override
    public Span span() {
      return assumption.span();
    }
  }
}
