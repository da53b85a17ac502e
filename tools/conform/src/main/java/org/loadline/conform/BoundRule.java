package org.loadline.conform;

import java.nio.file.Path;
import java.util.List;
import org.loadline.core.CaseBinding;
import org.loadline.core.Program;

/** A rule that a policy states, and how its cases bind; the program reports what they expect. */
public record BoundRule(Path policy, Program program, CaseBinding binding) {
  /** Every rule that a policy binds cases to. */
  public static List<BoundRule> of(Path policy, Program program) {
    return program.cases().stream()
        .filter(b -> !b.isParameters())
        .map(b -> new BoundRule(policy, program.reporting(b.outputs()), b))
        .toList();
  }

  /** Whether a case is one of those bound. */
  public boolean means(PublishedCase published) {
    return binding.rules().contains(published.rule())
        && Place.top(published.inputs(), binding).passes(binding.where());
  }

  String stem() {
    return CaseFile.stem(Path.of(binding.file()));
  }
}
