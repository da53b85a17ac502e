package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.impact.Gate;
import org.loadline.impact.Impact;
import org.loadline.mandate.Guards;
import org.loadline.page.Finding.State;
import org.loadline.page.chart.Histogram;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Page;
import org.loadline.page.kit.Phrase;

/** What a new policy does on books, next to the old one, on one page. */
public final class PlanPage {
  private final List<Impact> impacts;
  private final List<Gate.Verdict> gates;
  private final Impact impact;
  private final Guards guards;
  private final PlanStory story;
  private final DiffStory changes;
  private final List<Block> blocks = new ArrayList<>();

  private PlanPage(List<Impact> impacts, List<Gate.Verdict> gates) {
    this.impacts = impacts;
    this.gates = gates;
    this.impact = impacts.getLast();
    this.guards = impact.guards();
    this.story = new PlanStory(impact);
    this.changes = new DiffStory(impact.difference());
  }

  /** Of one or several books, the last of them in full, and the gates that were asked for. */
  public static Page of(List<Impact> impacts, List<Gate.Verdict> gates) {
    return new PlanPage(impacts, gates).page();
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
      blocks.add(DiffPage.changes(guards, changes));
    }
    if (impacts.size() > 1) {
      section("On each book", new PlanBooks(impacts).blocks());
    }
    section("Whom it touches", new PlanTouched(impact, story).blocks());
    if (!impact.totals().isEmpty()) {
      section("By how much", List.of(amounts.table(), amounts.exact()));
    }
    List<Block> spreads =
        impact.distributions().stream()
            .<Block>map(d -> new Block.Drawing(Histogram.of(d)))
            .toList();
    if (!spreads.isEmpty()) {
      section("How it spreads", List.of(new Block.Beside(spreads)));
    }
    section("Because of which change", causes.map(PlanCauses::others).orElse(List.of()));
    section("Who moves most", new PlanMovers(impact).blocks());
    section("Who bears the losses", new PlanLosses(impact).blocks());
    section("What other values would give", new PlanCourses(impact).blocks());
    section("What could not be worked out", PlanFaults.of(impact));
    return new Page(story.verdict() + " – " + impact.difference().after().name(), blocks);
  }

  private void verdict() {
    blocks.add(new Block.Verdict(about(), story.verdict()));
    blocks.add(new Block.Lead(Phrase.sentences(story.cause(), story.touch())));
    List<Phrase> findings =
        Stream.concat(gates(), Finding.summary(Limits.of(guards)).stream()).toList();
    blocks.add(new Block.Items(findings));
    if (!guards.isAllowed()) {
      blocks.add(
          new Block.Remark(
              Phrase.of(
                  "All numbers here are of what the limits of the old policy let take effect.")));
    }
    blocks.add(new Block.Remark(changes.policies().plain(": " + changes.verdict() + ".")));
  }

  private String about() {
    String last = "“" + PlanStory.book(impact.book()) + "”";
    return impacts.size() == 1
        ? "A change of policy, worked out on the book " + last
        : "A change of policy, worked out on "
            + impacts.size()
            + " books; here on the last, "
            + last;
  }

  /** Each gate that failed, on each book where it did; then each that nowhere did. */
  private Stream<Phrase> gates() {
    List<Gate.Verdict> failed = gates.stream().filter(Gate.Verdict::failed).toList();
    Stream<Phrase> outside =
        failed.stream().map(v -> gate(State.FAILED, v.gate(), ": " + v.found() + on(v)));
    Stream<Phrase> inside =
        gates.stream()
            .map(Gate.Verdict::gate)
            .distinct()
            .filter(gate -> failed.stream().noneMatch(v -> v.gate().equals(gate)))
            .map(gate -> gate(State.PASSED, gate, ""));
    return Stream.concat(outside, inside);
  }

  private static Phrase gate(State state, Gate gate, String after) {
    return new Finding(state, Phrase.of("gate ").code(gate.text()).plain(after)).phrase();
  }

  private String on(Gate.Verdict verdict) {
    return impacts.size() == 1 ? "" : " on “" + PlanStory.book(verdict.book()) + "”";
  }

  private void section(String title, List<Block> content) {
    if (!content.isEmpty()) {
      blocks.add(new Block.Section(title, content));
    }
  }
}
