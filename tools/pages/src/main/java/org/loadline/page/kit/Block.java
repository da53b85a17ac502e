package org.loadline.page.kit;

import java.util.List;

/** A part of a page, said once and written as HTML and as Markdown. */
public sealed interface Block {

  /** What a page is about, and the sentence that stands for all of it. */
  record Verdict(String about, String sentence) implements Block {}

  /** A sentence of the first screen. */
  record Lead(Phrase words) implements Block {}

  /** A paragraph. */
  record Said(Phrase words) implements Block {}

  /** A remark. */
  record Remark(Phrase words) implements Block {}

  /** A list. */
  record Items(List<Phrase> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** One number that matters: what it is, its change, and what else is said of it. */
  record Card(Phrase label, Phrase value, List<Phrase> more) implements Block {
    public Card {
      more = List.copyOf(more);
    }
  }

  /** A table. */
  record Table(Sheet sheet) implements Block {}

  /** A figure; Markdown does without. */
  record Drawing(Element figure) implements Block {}

  /** Lines of a policy. */
  record Text(List<Line> lines) implements Block {
    public Text {
      lines = List.copyOf(lines);
    }

    /** A line and what becomes of it. */
    public record Line(Fate fate, String text) {}

    /** What becomes of a line. */
    public enum Fate {
      GOES,
      COMES,
      STAYS
    }
  }

  /** Blocks side by side where there is room. */
  record Beside(List<Block> blocks) implements Block {
    public Beside {
      blocks = List.copyOf(blocks);
    }
  }

  /** What shows when it is asked for. */
  record Folded(String summary, List<Block> blocks) implements Block {
    public Folded {
      blocks = List.copyOf(blocks);
    }
  }

  /** One of several things of a kind, with an id to point to. */
  record Entry(String id, Phrase headline, List<Block> blocks) implements Block {
    public Entry {
      blocks = List.copyOf(blocks);
    }
  }

  /** A section. */
  record Section(String title, List<Block> blocks) implements Block {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
