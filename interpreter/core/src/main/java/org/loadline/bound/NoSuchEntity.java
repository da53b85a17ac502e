package org.loadline.bound;

import java.util.Optional;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Name;

/** Says that there is no entity of a name, and which may have been meant. */
final class NoSuchEntity {
  private NoSuchEntity() {}

  static void say(DiagnosticSink sink, Name name, Declared declared) {
    Optional<String> singular =
        declared.entities.keySet().stream()
            .filter(entity -> Plurals.of(entity).equals(name.text()))
            .findFirst();
    String hint =
        singular
            .map(entity -> "One of them is called `" + entity + "`.")
            .orElseGet(
                () ->
                    Suggestions.hint(
                        name.text(),
                        declared.entities.keySet(),
                        NameProblem.NO_SUCH_ENTITY.hint()));
    new Saying(sink, NameProblem.NO_SUCH_ENTITY, name.span()).with("name", name).hint(hint).send();
  }
}
