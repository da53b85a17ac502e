package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.source.Span;

/** A line of {@code cases}: what published cases give, what they expect, how they write numbers. */
public sealed interface CaseItem {
  Span span();

  /** {@code scales by suffix wad = 18 places, s = 1 second}. */
  record Scales(List<Suffix> suffixes, Span span) implements CaseItem {
    public Scales {
      suffixes = List.copyOf(suffixes);
    }
  }

  /** {@code wad = 18 places}: what one of a number with such a name is; no unit means places. */
  record Suffix(Name name, Decimal number, Optional<Name> unit, Span span) {}

  /** {@code maximum is unlimited}. */
  record Maximum(Name subject, Name value, Span span) implements CaseItem {}

  /** {@code given position from positions[] where kind = "perp" { size, entry from price }}. */
  record Given(
      Name subject,
      Optional<Expression> key,
      Optional<CasePath> from,
      List<Test> where,
      Optional<Name> shown,
      List<Field> fields,
      Span span)
      implements CaseItem {
    public Given {
      where = List.copyOf(where);
      fields = List.copyOf(fields);
    }
  }

  /**
   * What a field is given: {@code value}, or what stands at {@code from}, which is its own name if
   * it is not said.
   */
  record Field(
      Name name,
      List<Name> family,
      Optional<Expression> value,
      Optional<CasePath> from,
      Optional<Scale> scale,
      List<Spelling> spelled,
      Optional<Expression> otherwise,
      Optional<Name> shown,
      Span span) {
    public Field {
      family = List.copyOf(family);
      spelled = List.copyOf(spelled);
    }
  }

  /** What one of the number written is. */
  sealed interface Scale {
    Span span();

    /** {@code at 6 places}. */
    record Places(Decimal places, Span span) implements Scale {}

    /** {@code at decimals places}, {@code at -exponent places}: as many as another field says. */
    record PlacesAt(CasePath path, boolean negative, Span span) implements Scale {}

    /** {@code in seconds}. */
    record In(Name unit, Span span) implements Scale {}
  }

  /** {@code "long" = long_side}: a text, number or flag of the case, and what it means. */
  record Spelling(String text, Expression value, Span span) {}

  /** {@code curve = "Linear"}, {@code mode is present}: which cases, or which elements. */
  record Test(CasePath path, Sort sort, String text, Span span) {
    /** What is asked of what stands at the path. */
    public enum Sort {
      EQUALS,
      DIFFERS,
      PRESENT,
      ABSENT
    }
  }

  /** {@code run liquidation}. */
  record Run(Name waterfall, Span span) implements CaseItem {}

  /** {@code expect account.health as health_wad}. */
  record Expected(
      Expression fact,
      CasePath path,
      Optional<Scale> scale,
      List<Spelling> spelled,
      Optional<Shown> shown,
      Span span)
      implements CaseItem {
    public Expected {
      spelled = List.copyOf(spelled);
    }
  }

  /** {@code shown share}, or {@code shown by kind}: the form that the fact {@code kind} names. */
  record Shown(boolean by, Name name) {}

  /** {@code shown share as percent at 4 places " %"}: how a value is written, and its name. */
  record Form(Name name, List<Piece> pieces, Span span) implements CaseItem {
    public Form {
      pieces = List.copyOf(pieces);
    }
  }

  /** A part of what is shown. */
  sealed interface Piece {
    Span span();

    /** {@code " %"}. */
    record Words(String text, Span span) implements Piece {}

    /** {@code each asset.symbol by bit id}: the rows whose number is the place of a set bit. */
    record Bits(Name entity, Name label, Name place, Span span) implements Piece {}

    /**
     * {@code grouped at 2 places cut to 4 places}, {@code percent less 1}, {@code symbol}, {@code
     * asset.symbol}.
     */
    record Value(
        Name look,
        Optional<Name> part,
        OptionalInt scale,
        Optional<Decimal> less,
        OptionalInt places,
        Span span)
        implements Piece {}
  }

  /** {@code ignore notes, trace}. */
  record Ignored(List<CasePath> paths, Span span) implements CaseItem {
    public Ignored {
      paths = List.copyOf(paths);
    }
  }
}
