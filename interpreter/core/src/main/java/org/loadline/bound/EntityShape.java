package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;
import org.loadline.syntax.Member;

/** An entity with its references, before its fields have types. */
record EntityShape(EntityRef ref, Declared.OfEntity declared, List<Reference> references) {
  EntityShape {
    references = List.copyOf(references);
  }

  /** A reference; {@code of} if written so, rather than as an input whose type is an entity. */
  record Reference(
      String name,
      EntityRef target,
      Optional<String> plural,
      boolean of,
      boolean orNone,
      Span span) {}

  String name() {
    return ref.name();
  }

  Optional<Reference> reference(String name) {
    return references.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  List<Reference> referencesTo(EntityRef target) {
    return references.stream().filter(r -> r.target().equals(target)).toList();
  }

  /** The reference that rows are kept together by: the first {@code of} that leads elsewhere. */
  Optional<Reference> parent() {
    return references.stream()
        .filter(r -> r.of() && !r.orNone() && !r.target().equals(ref))
        .findFirst();
  }

  boolean hasKey() {
    return declared.declaration().members().stream().anyMatch(Member.Key.class::isInstance);
  }

  /** The references that tell rows apart: the parent beside a key, else every one. */
  List<Reference> knownBy() {
    return hasKey() ? parent().stream().toList() : references;
  }
}
