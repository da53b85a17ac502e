package org.loadline.core;

import java.util.List;
import java.util.OptionalInt;

/**
 * A way into a document of cases: {@code accounts[].name}, {@code depositors{id}.gain}.
 *
 * <p>{@code text} is how it is written.
 */
public record CasePath(List<Step> steps, String text) {
  public CasePath {
    steps = List.copyOf(steps);
  }

  /** A member by its name, and what of it; {@code quoted} if the name can be nothing else. */
  public record Step(String name, boolean quoted, List<Index> indices) {
    public Step {
      indices = List.copyOf(indices);
    }
  }

  /** What of a list or an object. */
  public sealed interface Index {
    /** One element, counted from 1; with no number each element. */
    record Element(OptionalInt place) implements Index {}

    /** Each entry of an object. */
    record Entry() implements Index {}

    /** The element whose place, from 1, is the next fact of the row. */
    record Placed() implements Index {}

    /** The entry whose name is the next fact of the row. */
    record Keyed() implements Index {}

    /** The element in which a member is the next fact of the row. */
    record Matched(String member) implements Index {}
  }

  /** The name that it ends with. */
  public String last() {
    return steps.getLast().name();
  }
}
