package org.loadline.meaning;

import java.util.SortedSet;
import java.util.TreeSet;
import org.loadline.source.Span;

/**
 * What one definition means.
 *
 * <p>{@code form} is its own, {@code own} the hash of that; {@code deep} is also over everything
 * that it reads, at any distance, and {@code reads} what it reads directly. {@code place} is where
 * it stands: its place is for people, and no part of what it means.
 */
public record Meaning(
    Subject subject, Form form, Hash own, Hash deep, SortedSet<Subject> reads, Span place) {
  public Meaning {
    reads = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(reads));
  }

  /** The canonical text. */
  public String text() {
    return form.text();
  }

  /** The file or module in which it stands. */
  public String module() {
    return place.source().name();
  }
}
