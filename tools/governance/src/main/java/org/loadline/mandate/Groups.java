package org.loadline.mandate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.diff.Edit;
import org.loadline.mandate.Governed.Linked;
import org.loadline.mandate.Reason.Finding;
import org.loadline.mandate.Reason.Kind;

/**
 * Holds what changes together against what did: all of a group takes effect as it was asked, or
 * nothing of it does.
 *
 * <p>Two columns of one table change together row by row. Half of a group is no change that anybody
 * asked for: a ratio that is clipped while its date is taken over says something else than both.
 */
final class Groups {
  private final List<Linked> links;
  private final List<Governed> governed;
  private final List<Guarded> alone;

  Groups(List<Linked> links, List<Governed> governed, List<Guarded> alone) {
    this.links = links;
    this.governed = governed;
    this.alone = alone;
  }

  List<Guarded> held() {
    List<Guarded> held = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      held.add(held(i));
    }
    return held;
  }

  private Guarded held(int member) {
    Set<Integer> met = new LinkedHashSet<>(List.of(member));
    List<Integer> open = new ArrayList<>(met);
    Optional<Reason> torn = Optional.empty();
    boolean grouped = false;
    while (!open.isEmpty()) {
      int at = open.removeFirst();
      Guarded here = alone.get(at);
      if (at != member && torn.isEmpty() && here.verdict() != Verdict.ALLOWED) {
        torn = Optional.of(reason(member, here.name(), became(here)));
      }
      for (String other : partners(governed.get(at).rule())) {
        grouped = true;
        List<Integer> changed = changed(other, governed.get(at));
        if (changed.isEmpty() && torn.isEmpty()) {
          torn = Optional.of(reason(member, missing(other, governed.get(at)), "does not change"));
        }
        changed.stream().filter(met::add).forEach(open::add);
      }
    }
    Guarded own = alone.get(member);
    if (torn.isPresent()) {
      return own.torn(torn.get());
    }
    if (!grouped) {
      return own;
    }
    return own.verdict() == Verdict.CLIPPED
        ? own.torn(
            new Reason(
                Kind.TOGETHER,
                Finding.BROKEN,
                limit(member),
                "it would be clipped to " + own.aloneText() + ", and what changes with it is not"))
        : own.kept(new Reason(Kind.TOGETHER, Finding.KEPT, limit(member), "all of them change"));
  }

  private static String became(Guarded other) {
    return other.verdict() == Verdict.CLIPPED
        ? "would be clipped to " + other.aloneText() + ", asked " + other.askedText()
        : "is refused";
  }

  private Reason reason(int member, String other, String became) {
    return new Reason(Kind.TOGETHER, Finding.BROKEN, limit(member), "`" + other + "` " + became);
  }

  private String limit(int member) {
    return "changes together with " + String.join(", ", partners(governed.get(member).rule()));
  }

  private Set<String> partners(String name) {
    Set<String> partners = new LinkedHashSet<>();
    for (Linked link : links) {
      if (link.one().equals(name)) {
        partners.add(link.other());
      } else if (link.other().equals(name)) {
        partners.add(link.one());
      }
    }
    return partners;
  }

  /** The changes of a partner: of another column of the same table, that of the same row. */
  private List<Integer> changed(String rule, Governed with) {
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < governed.size(); i++) {
      Governed other = governed.get(i);
      if (other.rule().equals(rule) && (!isBeside(rule, with) || isSameRow(other, with))) {
        changed.add(i);
      }
    }
    return changed;
  }

  private static boolean isBeside(String rule, Governed with) {
    return with.change().edit() instanceof Edit.Cell
        && rule.startsWith(with.change().subject().name() + ".");
  }

  private static boolean isSameRow(Governed one, Governed other) {
    return one.row().equals(other.row());
  }

  private static String missing(String rule, Governed with) {
    return isBeside(rule, with)
        ? rule + with.row().map(row -> "[" + row.name() + "]").orElse("")
        : rule;
  }
}
