package org.loadline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How a row was reached: from a row variable over references, such as {@code position.market}.
 *
 * <p>Variables are told apart by {@code root}, a number that is unique in a program; {@link #SELF}
 * is the row that a fact or field belongs to. Two paths mean the same row only if they are equal.
 */
public record RowPath(int root, String rootName, List<String> references) {
  public static final int SELF = 0;

  public RowPath {
    references = List.copyOf(references);
  }

  /** The row that a fact or field of an entity belongs to. */
  public static RowPath self(String entity) {
    return new RowPath(SELF, entity, List.of());
  }

  public RowPath then(String reference) {
    List<String> longer = new ArrayList<>(references);
    longer.add(reference);
    return new RowPath(root, rootName, longer);
  }

  /** This path, where it starts at {@code from}, started at {@code start} instead. */
  public RowPath rebase(int from, RowPath start) {
    if (root != from) {
      return this;
    }
    List<String> all = new ArrayList<>(start.references);
    all.addAll(references);
    return new RowPath(start.root, start.rootName, all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowPath path && root == path.root && references.equals(path.references);
  }

  @Override
  public int hashCode() {
    return 31 * root + references.hashCode();
  }

  /** As people read it: {@code position.market}. */
  @Override
  public String toString() {
    return references.isEmpty() ? rootName : rootName + "." + String.join(".", references);
  }
}
