package org.loadline.page.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words on one line, said once and written as HTML and as Markdown. */
public record Phrase(List<Part> parts) {
  public static final Phrase NOTHING = new Phrase(List.of());

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  public Phrase {
    parts = List.copyOf(parts);
  }

  /** A piece of it. */
  public sealed interface Part {
    /** Words. */
    record Plain(String text) implements Part {}

    /** A name, a value or a piece of a policy, as its author wrote it. */
    record Code(String text) implements Part {}

    /** Words that matter most. */
    record Strong(String text) implements Part {}

    /** A number. */
    record Number(Figure figure) implements Part {}

    /** A mark and a word that go together. */
    record Tag(Mark mark, String word) implements Part {}

    /** The entry of that id on the same page. */
    record Link(String id) implements Part {}
  }

  public static Phrase of(String plain) {
    return NOTHING.plain(plain);
  }

  public static Phrase ofCode(String code) {
    return NOTHING.code(code);
  }

  /** Words in which what stands between backticks is code. */
  public static Phrase quoting(String text) {
    Phrase phrase = NOTHING;
    int at = 0;
    for (Matcher quoted = QUOTED.matcher(text); quoted.find(); at = quoted.end()) {
      phrase = phrase.plain(text.substring(at, quoted.start())).code(quoted.group(1));
    }
    return phrase.plain(text.substring(at));
  }

  public static Phrase of(Figure figure) {
    return NOTHING.number(figure);
  }

  public static Phrase of(Mark mark, String word) {
    return NOTHING.with(new Part.Tag(mark, word));
  }

  public static Phrase link(String id) {
    return NOTHING.with(new Part.Link(id));
  }

  public Phrase plain(String text) {
    return text.isEmpty() ? this : with(new Part.Plain(text));
  }

  public Phrase code(String text) {
    return with(new Part.Code(text));
  }

  public Phrase strong(String text) {
    return with(new Part.Strong(text));
  }

  public Phrase number(Figure figure) {
    return with(new Part.Number(figure));
  }

  private Phrase with(Part part) {
    return then(new Phrase(List.of(part)));
  }

  /** This, then that. */
  public Phrase then(Phrase more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more.parts);
    return new Phrase(all);
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The words alone. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Part.Plain(String words) -> words;
            case Part.Code(String code) -> code;
            case Part.Strong(String words) -> words;
            case Part.Number(Figure figure) -> figure.brief();
            case Part.Tag(Mark mark, String word) -> mark.sign() + " " + word;
            case Part.Link(String id) -> id;
          });
    }
    return text.toString();
  }

  /** An element of HTML that holds it. */
  public Element node(String element) {
    return Element.of(element).add(HtmlPhrase.of(this));
  }

  /** Names in a row, as in {@code a, b and 3 more}: at most so many of them. */
  public static Phrase names(Collection<String> names, int most) {
    return listed(names.stream().map(Phrase::ofCode).toList(), most);
  }

  /** Phrases in a row, as in {@code a, b and c}; of more than so many the rest is counted. */
  public static Phrase listed(List<Phrase> phrases, int most) {
    int shown = Math.min(phrases.size(), most);
    Phrase all = NOTHING;
    for (int at = 0; at < shown; at++) {
      boolean last = at == shown - 1 && shown == phrases.size();
      all = all.plain(at == 0 ? "" : last ? " and " : ", ").then(phrases.get(at));
    }
    int more = phrases.size() - shown;
    return more == 0 ? all : all.plain(" and " + Figure.count(more) + " more");
  }

  /** Sentences in a row. */
  public static Phrase sentences(Phrase... sentences) {
    return Arrays.stream(sentences)
        .filter(sentence -> !sentence.isEmpty())
        .reduce((a, b) -> a.plain(" ").then(b))
        .orElse(NOTHING);
  }
}
