package org.loadline.check;

import java.util.HashSet;
import java.util.Set;
import org.loadline.source.Span;

/** What has been read: definitions, and the places where other names are declared. */
final class Uses {
  private final Set<Defined> definitions = new HashSet<>();
  private final Set<Span> declared = new HashSet<>();

  void read(Defined definition) {
    definitions.add(definition);
  }

  void read(Span declaration) {
    declared.add(declaration);
  }

  boolean isRead(Defined definition) {
    return definitions.contains(definition);
  }

  boolean isRead(Span declaration) {
    return declared.contains(declaration);
  }
}
