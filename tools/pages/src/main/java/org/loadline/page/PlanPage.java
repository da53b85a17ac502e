package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.impact.Impact;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Page;
import org.loadline.page.kit.Phrase;

/** What a new policy does on a book, next to the old one, on one page. */
public final class PlanPage {
  private final Impact impact;
  private final PlanStory story;
  private final DiffStory changes;
  private final List<Block> blocks = new ArrayList<>();

  private PlanPage(Impact impact) {
    this.impact = impact;
    this.story = new PlanStory(impact);
    this.changes = new DiffStory(impact.difference());
  }

  public static Page of(Impact impact) {
    return new PlanPage(impact).page();
  }

  private Page page() {
    PlanAmounts amounts = new PlanAmounts(impact);
    Optional<PlanCauses> causes = impact.attribution().map(a -> new PlanCauses(a, story));
    verdict();
    List<Block> cards = amounts.cards();
    if (!cards.isEmpty()) {
      blocks.add(new Block.Beside(cards));
    }
    causes.ifPresent(c -> blocks.addAll(c.first()));
    if (!impact.difference().isEmpty()) {
      blocks.add(DiffPage.changes(impact.difference(), changes));
    }
    section("Whom it touches", new PlanTouched(impact, story).blocks());
    section("By how much", List.of(amounts.table(), amounts.exact()));
    section("Because of which change", causes.map(PlanCauses::others).orElse(List.of()));
    section("Who moves most", new PlanMovers(impact).blocks());
    section("Who bears the losses", new PlanLosses(impact).blocks());
    section("What other values would give", new PlanCourses(impact).blocks());
    section("What could not be worked out", PlanFaults.of(impact));
    return new Page(story.verdict() + " – " + impact.difference().after().name(), blocks);
  }

  private void verdict() {
    blocks.add(new Block.Verdict("A change of policy, worked out on the book “" + impact.book() + "”", story.verdict()));
    blocks.add(new Block.Lead(Phrase.sentences(story.cause(), story.touch())));
    blocks.add(new Block.Items(Finding.summary(Limits.of(impact.difference()))));
    blocks.add(new Block.Remark(changes.policies().plain(": " + changes.verdict() + ".")));
  }

  private void section(String title, List<Block> content) {
    if (!content.isEmpty()) {
      blocks.add(new Block.Section(title, content));
    }
  }
}
