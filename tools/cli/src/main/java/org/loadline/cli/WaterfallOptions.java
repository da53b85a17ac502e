package org.loadline.cli;

import java.util.ArrayList;
import java.util.List;
import org.loadline.bound.Suggestions;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import picocli.CommandLine.Option;

/** Which waterfalls of a policy run. */
final class WaterfallOptions {
  @Option(
      names = "--waterfall",
      split = ",",
      paramLabel = "NAME",
      description = "Run these waterfalls only, in the order of the policy; by default all.")
  private List<String> names = List.of();

  /** The waterfalls that are named, in the order of the policy; all of them if none is. */
  List<WaterfallRef> of(Program program) {
    List<WaterfallRef> all = program.waterfalls().stream().map(Waterfall::ref).toList();
    if (names.isEmpty()) {
      return all;
    }
    List<String> known = all.stream().map(WaterfallRef::name).toList();
    List<WaterfallRef> chosen = new ArrayList<>();
    for (String name : names) {
      if (!known.contains(name)) {
        String others = known.isEmpty() ? "It has none." : "It has " + Words.listed(known) + ".";
        throw Refusal.misuse(
            UseProblem.NO_SUCH_WATERFALL,
            "policy",
            program.name(),
            "name",
            name,
            "known",
            Suggestions.hint(name, known, others));
      }
    }
    all.stream().filter(ref -> names.contains(ref.name())).forEach(chosen::add);
    return chosen;
  }
}
