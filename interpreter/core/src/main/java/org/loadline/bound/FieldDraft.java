package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Member;

/**
 * A field whose type is known but whose step and bounds are still as written. The type is empty if
 * it could not be read, which has been reported.
 */
record FieldDraft(
    String name,
    Field.Role role,
    Optional<Type> type,
    List<ChoiceRef> family,
    Optional<Member.Input> line,
    Optional<String> plural,
    boolean wholeNumber,
    String doc,
    Span span) {
  FieldDraft {
    family = List.copyOf(family);
  }

  /** The type, or a plain number in a policy that does not compile anyway. */
  Type knownType() {
    return type.orElse(Type.NUMBER);
  }
}
