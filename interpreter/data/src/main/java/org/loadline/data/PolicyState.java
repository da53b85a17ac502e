package org.loadline.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * What the states of a policy were after a run: the host keeps it and hands it to the next run.
 *
 * <p>{@code shape} are the states as declared, a line for each; what was kept for others cannot be
 * handed back. Rows stand in the order of identity, those of the whole first.
 */
public record PolicyState(String policy, List<String> shape, Map<Of, Kept> rows) {
  public PolicyState {
    shape = List.copyOf(shape);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** A row by what it is known by, its parent's first; for the whole {@code entity} is empty. */
  public record Of(String entity, List<String> identity) {
    public static final Of WHOLE = new Of("", List.of());

    public Of {
      identity = List.copyOf(identity);
    }

    /** As people read it: {@code market BTC}. */
    @Override
    public String toString() {
      return entity.isEmpty() ? "the whole" : entity + " " + String.join("/", identity);
    }
  }

  /**
   * The last values of one row's states, in the order of declaration, with the moment since which
   * each was so; {@code time} is when they were taken. Without a clock there are no moments.
   */
  public record Kept(Optional<Exact> time, Map<String, Value> values, Map<String, Exact> since) {
    public Kept {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      since = Collections.unmodifiableMap(new LinkedHashMap<>(since));
    }
  }

  /** Nothing kept yet: every state starts. */
  public static PolicyState first(Program program) {
    return new PolicyState(program.name(), DeclaredState.shape(program), Map.of());
  }

  /** Why this cannot be handed to a program, as a sentence; empty if it can. */
  public Optional<String> misfit(Program program) {
    if (!policy.equals(program.name())) {
      return Optional.of("it was kept for the policy `" + policy + "`");
    }
    List<String> declared = DeclaredState.shape(program);
    for (String line : shape) {
      if (!declared.contains(line)) {
        return Optional.of("it keeps `" + line + "`, which the policy does not declare");
      }
    }
    for (String line : declared) {
      if (!shape.contains(line)) {
        return Optional.of("it does not keep `" + line + "`, which the policy declares");
      }
    }
    return Optional.empty();
  }
}
