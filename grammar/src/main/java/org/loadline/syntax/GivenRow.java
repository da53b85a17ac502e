package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/**
 * {@code given account alice { cash = 1_000 } with positions | market | size | …}: a row of a test.
 *
 * <p>{@code given system { now = … }} has no key. {@code given param fee = 2%} sets a param: its
 * subject is {@code param}, it has no key, and {@code fee} is its one setting.
 */
public record GivenRow(
    Name subject,
    Optional<Expression> key,
    List<Setting> settings,
    List<GivenChildren> children,
    Span span) {
  public GivenRow {
    settings = List.copyOf(settings);
    children = List.copyOf(children);
  }

  /** {@code cash = 1_000}; a column family has its member as argument, {@code weight(initial)}. */
  public record Setting(Name name, List<Name> family, Expression value, Span span) {
    public Setting {
      family = List.copyOf(family);
    }
  }

  /** {@code with positions} and its rows. */
  public record GivenChildren(
      Name plural, List<HeaderCell> header, List<TableRow> rows, Span span) {
    public GivenChildren {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }
}
