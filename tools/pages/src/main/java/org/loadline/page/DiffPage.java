package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import org.loadline.diff.Difference;
import org.loadline.diff.Direction;
import org.loadline.page.DiffStory.Moved;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Page;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** What differs between two policies, on one page. */
public final class DiffPage {
  private final Difference difference;
  private final DiffStory story;

  private DiffPage(Difference difference) {
    this.difference = difference;
    this.story = new DiffStory(difference);
  }

  public static Page of(Difference difference) {
    return new DiffPage(difference).page();
  }

  private Page page() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Verdict("Difference of two policies", story.verdict()));
    blocks.add(new Block.Lead(story.policies().plain(".")));
    if (!difference.isEmpty()) {
      blocks.add(new Block.Lead(story.reach()));
      blocks.add(new Block.Items(Limits.of(difference).stream().map(Finding::phrase).toList()));
      blocks.addAll(moved());
      blocks.add(changes(difference, story));
    }
    return new Page(story.verdict() + " – " + difference.after().name(), blocks);
  }

  private List<Block> moved() {
    if (story.moved().isEmpty()) {
      return List.of();
    }
    Sheet sheet =
        Sheet.of(
            Phrase.of("Which change moves what, and which way"),
            Column.words("reported number"),
            Column.words("counts as"),
            Column.words("tightened by"),
            Column.words("loosened by"),
            Column.words("either way, or not known"));
    for (Moved moved : story.moved()) {
      sheet =
          sheet.row(
              Cell.of(Phrase.ofCode(moved.output().name())),
              Cell.of(moved.output().role().map(r -> r.word()).orElse("")),
              by(moved, Direction.TIGHTENS),
              by(moved, Direction.LOOSENS),
              by(moved, Direction.UNKNOWN));
    }
    return List.of(new Block.Section("What it moves", List.of(new Block.Table(sheet))));
  }

  private static Cell by(Moved moved, Direction direction) {
    List<Phrase> links = moved.by(direction).stream().map(Phrase::link).toList();
    return links.isEmpty()
        ? new Cell.Said(Phrase.of("–"), "nothing")
        : Cell.of(Phrase.listed(links, links.size()));
  }

  /** The section that lists all changes. */
  static Block changes(Difference difference, DiffStory story) {
    List<Block> blocks = new ArrayList<>();
    if (!story.isDirected()) {
      blocks.add(
          new Block.Remark(Phrase.of("Neither policy says which way its numbers are tighter.")));
    }
    difference.changes().stream()
        .map(change -> ChangeEntry.of(change, story.isDirected()))
        .forEach(blocks::add);
    return new Block.Section("What changes", blocks);
  }
}
