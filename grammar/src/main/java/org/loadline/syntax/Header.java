package org.loadline.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.loadline.source.Span;

/**
 * {@code policy name} or {@code library std.margin}, the first line of a file.
 *
 * <p>{@code refines} is the path of the policy that this one refines; empty if it refines none.
 */
public record Header(Kind kind, List<Name> path, List<Name> refines, Doc doc, Span span) {
  /** A policy is run; a library is imported. */
  public enum Kind {
    POLICY,
    LIBRARY
  }

  public Header {
    path = List.copyOf(path);
    refines = List.copyOf(refines);
  }

  /** The name with its dots. */
  public String name() {
    return path.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
