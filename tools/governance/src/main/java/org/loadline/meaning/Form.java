package org.loadline.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical form of a definition: words, quoted names and lists of them. Two definitions mean
 * the same if and only if the texts of their forms are equal.
 */
public sealed interface Form {

  /** A word of the form itself, or a number. */
  record Word(String word) implements Form {}

  /** A name or a text of the policy. */
  record Quoted(String name) implements Form {}

  /** Parts in their order; the first is the word that says what it is. */
  record Node(List<Form> parts) implements Form {
    public Node {
      parts = List.copyOf(parts);
    }
  }

  static Form word(String word) {
    return new Word(word);
  }

  static Form number(int number) {
    return new Word(Integer.toString(number));
  }

  /** The name of a Java constant as a word: {@code AT_MOST} is {@code at-most}. */
  static Form word(Enum<?> constant) {
    return new Word(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static Form quoted(String text) {
    return new Quoted(text);
  }

  static Form node(String head, Form... rest) {
    return node(head, Arrays.asList(rest));
  }

  static Form node(String head, List<Form> rest) {
    List<Form> parts = new ArrayList<>();
    parts.add(new Word(head));
    parts.addAll(rest);
    return new Node(parts);
  }

  /** This form, if it is a list, with more parts; those that are absent are left out. */
  static Form node(Form first, List<Optional<Form>> more) {
    return new Node(
        Stream.concat(((Node) first).parts().stream(), more.stream().flatMap(Optional::stream))
            .toList());
  }

  /** What may be absent, under the word that says what it is. */
  static Optional<Form> maybe(String head, Optional<Form> form) {
    return form.map(f -> node(head, f));
  }

  /** A word that is there or not. */
  static Optional<Form> when(boolean holds, String word) {
    return holds ? Optional.of(word(word)) : Optional.empty();
  }

  /** The text whose UTF-8 bytes are hashed: parts with one space between, no line breaks. */
  default String text() {
    return switch (this) {
      case Word(String word) -> word;
      case Quoted(String name) -> quotes(name);
      case Node(List<Form> parts) ->
          parts.stream().map(Form::text).collect(Collectors.joining(" ", "(", ")"));
    };
  }

  private static String quotes(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
