package org.loadline.diff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.meaning.Form;

/** Finds parts of a canonical form by the words that they begin with. */
final class FormParts {
  private FormParts() {}

  static List<Form> parts(Form form) {
    return form instanceof Form.Node(List<Form> parts) ? parts : List.of();
  }

  /** The parts of a form that begin with a word. */
  static List<Form> all(Form form, String head) {
    return parts(form).stream().filter(p -> isHead(p, head)).toList();
  }

  /** The first part of a form, at any depth, that begins with a word. */
  static Optional<Form> first(Form form, String head) {
    return parts(form).stream()
        .flatMap(p -> isHead(p, head) ? Stream.of(p) : first(p, head).stream())
        .findFirst();
  }

  /** The part that begins with a word and then this name. */
  static Optional<Form> named(List<Form> forms, String name) {
    return forms.stream()
        .filter(f -> parts(f).size() > 1 && parts(f).get(1).equals(Form.quoted(name)))
        .findFirst();
  }

  /** Whether a name or text stands anywhere in it. */
  static boolean mentions(Form form, String name) {
    return switch (form) {
      case Form.Word w -> false;
      case Form.Quoted(String text) -> text.equals(name);
      case Form.Node(List<Form> parts) -> parts.stream().anyMatch(p -> mentions(p, name));
    };
  }

  private static boolean isHead(Form form, String head) {
    return !parts(form).isEmpty() && parts(form).getFirst().equals(Form.word(head));
  }
}
