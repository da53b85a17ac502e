package org.loadline.syntax;

import java.util.List;
import java.util.Set;
import org.loadline.source.Span;

/** How a table is looked up: by which keys, and what its rows mean. */
public record TableShape(List<TableKey> keys, Set<Word> words) {
  /** A key of a lookup; without a type it is inferred from the cells. */
  public record TableKey(Name name, java.util.Optional<TypeExpression> type, Span span) {}

  /** The words that may follow the keys. */
  public enum Word {
    MARGINAL,
    LINEAR,
    CLAMP,
    SYMMETRIC
  }

  public TableShape {
    keys = List.copyOf(keys);
    words = Set.copyOf(words);
  }
}
