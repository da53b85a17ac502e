package org.loadline.page.kit;

import java.util.List;

/** Phrases as HTML. */
final class HtmlPhrase {
  private HtmlPhrase() {}

  static List<Node> of(Phrase phrase) {
    return phrase.parts().stream().map(HtmlPhrase::of).toList();
  }

  private static Node of(Phrase.Part part) {
    return switch (part) {
      case Phrase.Part.Plain(String text) -> new Words(text);
      case Phrase.Part.Code(String text) -> Element.of("code", text);
      case Phrase.Part.Strong(String text) -> Element.of("strong", text);
      case Phrase.Part.Number(Figure figure) -> of(figure);
      case Phrase.Part.Tag(Mark mark, String word) -> of(mark, word);
      case Phrase.Part.Link(String id) -> Element.of("a", id).with("href", "#" + id);
    };
  }

  /** What a brief number leaves out is told to who asks. */
  private static Element of(Figure figure) {
    Element number = Element.of("span", figure.brief()).as("n");
    return figure.isRounded() ? number.with("title", figure.full()) : number;
  }

  private static Element of(Mark mark, String word) {
    Element sign = Element.of("span", mark.sign()).with("aria-hidden", "true");
    return Element.of("span", sign, new Words(" " + word)).as("tag " + mark.style());
  }
}
