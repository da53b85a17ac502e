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
        .map(b -> new BoundRule(policy, program.reporting(b.outputs()), b))
        .toList();
  }

  String stem() {
    return CaseFile.stem(Path.of(binding.file()));
  }
}
