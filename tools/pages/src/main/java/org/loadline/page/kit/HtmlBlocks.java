package org.loadline.page.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Blocks as HTML. */
final class HtmlBlocks {

  List<Node> of(List<Block> blocks) {
    return blocks.stream().flatMap(this::of).toList();
  }

  private Stream<Node> of(Block block) {
    return switch (block) {
      case Block.Verdict(String about, String sentence) ->
          Stream.of(Element.of("p", about).as("about"), Element.of("h1", sentence));
      case Block.Lead(Phrase words) -> Stream.of(paragraph(words).as("lead"));
      case Block.Said(Phrase words) -> Stream.of(paragraph(words));
      case Block.Remark(Phrase words) -> Stream.of(paragraph(words).as("remark"));
      case Block.Items(List<Phrase> items) ->
          items.isEmpty() ? Stream.of() : Stream.of(list(items));
      case Block.Card card -> Stream.of(card(card));
      case Block.Table(Sheet sheet) -> Stream.of(HtmlTable.of(sheet));
      case Block.Drawing(Element figure) -> Stream.of(figure);
      case Block.Text(List<Block.Text.Line> lines) -> Stream.of(text(lines));
      case Block.Beside(List<Block> blocks) ->
          Stream.of(Element.of("div").as(besides(blocks)).add(of(blocks)));
      case Block.Folded(String summary, List<Block> blocks) ->
          Stream.of(Element.of("details", Element.of("summary", summary)).add(of(blocks)));
      case Block.Entry entry -> Stream.of(entry(entry));
      case Block.Section(String title, List<Block> blocks) ->
          Stream.of(Element.of("section", Element.of("h2", title)).add(of(blocks)));
    };
  }

  /** Cards may be narrower than figures. */
  private static String besides(List<Block> blocks) {
    boolean cards = blocks.stream().allMatch(Block.Card.class::isInstance);
    return cards ? "beside cards" : "beside";
  }

  private static Element paragraph(Phrase words) {
    return Element.of("p").add(HtmlPhrase.of(words));
  }

  private static Element list(List<Phrase> items) {
    List<Element> lines =
        items.stream().map(item -> Element.of("li").add(HtmlPhrase.of(item))).toList();
    return Element.of("ul").add(lines);
  }

  private static Element card(Block.Card card) {
    Element all =
        Element.of("div", paragraph(card.label()).as("label"), paragraph(card.value()).as("value"))
            .as("card");
    return all.add(card.more().stream().map(words -> paragraph(words).as("remark")).toList());
  }

  private static Element text(List<Block.Text.Line> lines) {
    List<Node> nodes = new ArrayList<>();
    for (Block.Text.Line line : lines) {
      nodes.add(
          switch (line.fate()) {
            case GOES -> Element.of("del", "− " + line.text());
            case COMES -> Element.of("ins", "+ " + line.text());
            case STAYS -> new Words("  " + line.text());
          });
      nodes.add(new Words("\n"));
    }
    return Element.of("pre").add(nodes.subList(0, Math.max(0, nodes.size() - 1)));
  }

  private Element entry(Block.Entry entry) {
    Element body = Element.of("div", Element.of("h3").add(HtmlPhrase.of(entry.headline())));
    return Element.of("article", Element.of("p", entry.id()).as("id"), body.add(of(entry.blocks())))
        .with("id", entry.id());
  }
}
