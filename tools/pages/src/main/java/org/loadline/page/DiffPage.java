package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Direction;
import org.loadline.diff.Section;
import org.loadline.mandate.Guards;
import org.loadline.mandate.History;
import org.loadline.page.DiffStory.Moved;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Page;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** What differs between two policies, on one page. */
public final class DiffPage {
  private final Guards guards;
  private final Difference difference;
  private final DiffStory story;

  private DiffPage(Guards guards) {
    this.guards = guards;
    this.difference = guards.difference();
    this.story = new DiffStory(difference);
  }

  /** With what the limits of the old policy make of it, but for clocks, which need a history. */
  public static Page of(Difference difference) {
    return new DiffPage(Guards.of(difference, History.NONE)).page();
  }

  private Page page() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Verdict("Difference of two policies", story.verdict()));
    blocks.add(new Block.Lead(story.policies().plain(".")));
    if (!difference.isEmpty()) {
      blocks.add(new Block.Lead(story.reach()));
      blocks.add(new Block.Items(Finding.summary(Limits.of(guards))));
      blocks.add(new Block.Table(summary()));
      blocks.addAll(moved());
      blocks.add(changes(guards, story));
    }
    return new Page(story.verdict() + " – " + difference.after().name(), blocks);
  }

  private Sheet summary() {
    Sheet sheet =
        Sheet.of(
            Phrase.of("What changes"),
            Column.words("change"),
            Column.words(story.isDirected() ? "which way" : ""));
    for (Change change : difference.changes()) {
      sheet =
          sheet.row(
              Cell.of(Phrase.link(change.id()).plain(" ").then(EditWords.of(change))),
              Cell.of(story.isDirected() ? Directed.of(change.direction()) : Phrase.NOTHING));
    }
    return sheet;
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

  /** The section that lists all changes; those that alter no result are folded. */
  static Block changes(Guards guards, DiffStory story) {
    List<Block> blocks = new ArrayList<>();
    if (!story.isDirected()) {
      blocks.add(
          new Block.Remark(Phrase.of("Neither policy says which way its numbers are tighter.")));
    }
    List<Block> checks = new ArrayList<>();
    for (Change change : guards.difference().changes()) {
      boolean isCheck = Section.of(change.subject()) == Section.CHECKS;
      (isCheck ? checks : blocks).add(ChangeEntry.of(change, guards, story.isDirected()));
    }
    if (!checks.isEmpty()) {
      String count = Figure.count(checks.size(), "change", "changes");
      blocks.add(new Block.Folded(count + " of properties and tests", checks));
    }
    return new Block.Section("Change by change", blocks);
  }
}
