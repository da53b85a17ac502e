package org.loadline.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.source.Diagnostic;

/** What came of compiling: the policy, unless there are errors, and everything there is to say. */
public record CompileResult(Optional<Policy> policy, List<Diagnostic> diagnostics) {
  public CompileResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** The policy; a text with errors is an {@link IllegalArgumentException} that lists them. */
  public Policy orThrow() {
    return policy.orElseThrow(
        () ->
            new IllegalArgumentException(
                diagnostics.stream()
                    .filter(Diagnostic::isError)
                    .map(d -> d.span().place() + ": " + d.code().code() + ": " + d.message())
                    .collect(Collectors.joining("\n"))));
  }
}
