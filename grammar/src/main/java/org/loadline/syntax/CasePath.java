package org.loadline.syntax;

import java.util.List;
import java.util.OptionalInt;
import org.loadline.source.Span;

/** A way into a document of cases: {@code accounts[].name}, {@code depositors{id}.gain}. */
public record CasePath(List<Step> steps, Span span) {
  public CasePath {
    steps = List.copyOf(steps);
  }

  /** A member by its name, and what of it: {@code quoted} if the name stands in quotes. */
  public record Step(Name name, boolean quoted, List<Index> indices) {
    public Step {
      indices = List.copyOf(indices);
    }
  }

  /** What of a list or an object. */
  public sealed interface Index {
    /** {@code [2]}: one element, counted from 1; with no number {@code []} each element. */
    record Element(OptionalInt place) implements Index {}

    /** {@code {}}: each entry. */
    record Entry() implements Index {}

    /** {@code [rank]}: the element whose place is this fact. */
    record Placed(Name fact) implements Index {}

    /** {@code {id}}: the entry whose name is this fact. */
    record Keyed(Name fact) implements Index {}

    /** {@code [name: id]}: the element in which a field is this fact. */
    record Matched(Name field, Name fact) implements Index {}
  }

  /** The path as it is read by people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append(text.isEmpty() ? "" : ".").append(step.name().text());
      for (Index index : step.indices()) {
        text.append(
            switch (index) {
              case Index.Element(OptionalInt place) ->
                  place.isPresent() ? "[" + place.getAsInt() + "]" : "[]";
              case Index.Entry entry -> "{}";
              case Index.Placed(Name fact) -> "[" + fact + "]";
              case Index.Keyed(Name fact) -> "{" + fact + "}";
              case Index.Matched(Name field, Name fact) -> "[" + field + ": " + fact + "]";
            });
      }
    }
    return text.toString();
  }
}
