package org.loadline.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** One value of a result, or the fault that stands in its place. */
public final class Cell {
  private final Program program;
  private final Snapshot snapshot;
  private final Output output;
  private final Outcome outcome;

  Cell(Results results, Output output, Outcome outcome) {
    this(results.program(), results.snapshot(), output, outcome);
  }

  Cell(Program program, Snapshot snapshot, Output output, Outcome outcome) {
    this.program = program;
    this.snapshot = snapshot;
    this.output = output;
    this.outcome = outcome;
  }

  /** The name of the output, such as {@code account.equity}. */
  public String name() {
    return output.name();
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Why there is no value; empty if there is one. */
  public Optional<Fault> fault() {
    return outcome instanceof Outcome.Faulted(Fault fault) ? Optional.of(fault) : Optional.empty();
  }

  /** The value as policies know it; empty if there is a fault. */
  public Optional<Value> value() {
    return outcome instanceof Outcome.Known(Value value) ? Optional.of(value) : Optional.empty();
  }

  /** The number, exact: a quantity, or a moment in seconds or day since 1970. */
  public Optional<Exact> exact() {
    return value().flatMap(v -> v instanceof Exact number ? Optional.of(number) : Optional.empty());
  }

  /** The number as a decimal; empty if its digits never end: see {@link #exact}. */
  public Optional<BigDecimal> decimal() {
    return exact().flatMap(Exact::toDecimal);
  }

  /** The truth value. */
  public Optional<Boolean> flag() {
    return value().flatMap(v -> v instanceof Flag(boolean f) ? Optional.of(f) : Optional.empty());
  }

  /** A text, or the name of a member of a choice. */
  public Optional<String> text() {
    return value()
        .flatMap(
            value ->
                switch (value) {
                  case Text(String text) -> Optional.of(text);
                  case Member(int ordinal)
                      when output.type().present() instanceof Type.OfChoice(var choice) ->
                      Optional.of(program.choice(choice).members().get(ordinal));
                  default -> Optional.empty();
                });
  }

  public boolean isNone() {
    return value().filter(v -> v == None.INSTANCE).isPresent();
  }

  /** The value in words, without its unit; or the message of the fault. */
  @Override
  public String toString() {
    return switch (outcome) {
      case Outcome.Known(Value value) -> ValueText.format(output.type(), value, program, snapshot);
      case Outcome.Faulted(Fault fault) -> fault.what().message();
    };
  }
}
