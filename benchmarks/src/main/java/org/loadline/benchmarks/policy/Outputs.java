package org.loadline.benchmarks.policy;

import java.math.BigDecimal;
import java.util.Optional;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.Value;

/** What a policy reported, by the names in its report. A fault is an error here. */
public record Outputs(Results results) {

  public int rows(String name) {
    return column(name).size();
  }

  /** {@return a decimal; empty where the value is no number} */
  public Optional<BigDecimal> amount(String name, int row) {
    return value(name, row) instanceof Exact exact ? exact.toDecimal() : Optional.empty();
  }

  /** {@return a decimal of the whole} */
  public BigDecimal total(String name) {
    return amount(name, 0).orElseThrow();
  }

  public boolean flag(String name, int row) {
    return value(name, row).equals(Flag.TRUE);
  }

  /** {@return the name of a member of the policy's first choice} */
  public String member(String name, int row) {
    int ordinal = ((Member) value(name, row)).ordinal();
    return results.program().choices().getFirst().members().get(ordinal);
  }

  private Value value(String name, int row) {
    return switch (column(name).outcome(row)) {
      case Outcome.Known(var value) -> value;
      case Outcome.Faulted faulted ->
          throw new IllegalStateException(faulted.fault().what().message());
    };
  }

  private OutputColumn column(String name) {
    return results.columns().stream()
        .filter(column -> column.output().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("`" + name + "` is not reported."));
  }
}
