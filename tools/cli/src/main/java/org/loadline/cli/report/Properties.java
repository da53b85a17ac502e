package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Type;
import org.loadline.reference.TestReport;
import org.loadline.values.Flag;

/**
 * Properties as further outputs of a program, so that whatever runs the program checks them too.
 *
 * <p>They stand after the program's own outputs, in their order. Those that speak of what
 * waterfalls leave are checked by themselves, when that is known.
 */
public final class Properties {
  private Properties() {}

  /**
   * A property and the rows that break it, ascending; one that is of the whole has row 0. {@code
   * faults} of them break it because it cannot be worked out.
   */
  public record Checked(Property property, OutputColumn column, List<Integer> broken, int faults) {
    public Checked {
      broken = List.copyOf(broken);
    }

    public boolean holds() {
      return broken.isEmpty();
    }
  }

  /** The properties that need nothing but the snapshot. */
  private static List<Property> before(Program program) {
    return program.properties().stream().filter(p -> p.after().isEmpty()).toList();
  }

  /** The properties that speak of what waterfalls leave. */
  public static List<Property> after(Program program) {
    return program.properties().stream().filter(p -> !p.after().isEmpty()).toList();
  }

  /** The program that works out its properties with its outputs; it has no others. */
  public static Program asOutputs(Program program) {
    List<Property> properties = before(program);
    List<Fact> facts = new ArrayList<>(program.facts());
    List<Output> outputs = new ArrayList<>(program.outputs());
    for (Property property : properties) {
      FactRef ref = new FactRef(facts.size(), property.title());
      facts.add(
          new Fact(
              ref,
              property.owner(),
              List.of(),
              Optional.<Expr>empty(),
              property.statement(),
              Type.FLAG,
              property.slots(),
              Fact.Origin.FACT,
              "",
              property.span()));
      outputs.add(new Output(property.title(), property.owner(), ref, Type.FLAG));
    }
    return program.withFacts(facts, outputs).withProperties(properties);
  }

  /** What the program's own outputs gave. */
  public static Results own(Results results) {
    int own = results.columns().size() - results.program().properties().size();
    return new Results(
        results.program(), results.snapshot(), results.params(), results.columns().subList(0, own));
  }

  /** What properties gave that were checked by themselves. */
  public static List<Checked> checked(List<TestReport.OfProperty> reports, Snapshot snapshot) {
    List<Checked> checked = new ArrayList<>();
    for (TestReport.OfProperty report : reports) {
      Property property = report.property();
      int rows = property.owner().map(snapshot::rowCount).orElse(1);
      List<Outcome> outcomes =
          new ArrayList<>(Collections.nCopies(rows, new Outcome.Known(Flag.TRUE)));
      report.breaches().forEach(b -> outcomes.set(b.row().map(RowAt::row).orElse(0), b.outcome()));
      FactRef ref = new FactRef(-1, property.title());
      Output output = new Output(property.title(), property.owner(), ref, Type.FLAG);
      checked.add(checked(property, new Listed(output, outcomes)));
    }
    return checked;
  }

  private record Listed(Output output, List<Outcome> outcomes) implements OutputColumn {
    @Override
    public int size() {
      return outcomes.size();
    }

    @Override
    public Outcome outcome(int row) {
      return outcomes.get(row);
    }
  }

  /** What the properties gave. */
  public static List<Checked> checked(Results results) {
    List<Checked> checked = new ArrayList<>();
    List<Property> properties = results.program().properties();
    int own = results.columns().size() - properties.size();
    for (int i = 0; i < properties.size(); i++) {
      checked.add(checked(properties.get(i), results.columns().get(own + i)));
    }
    return checked;
  }

  private static Checked checked(Property property, OutputColumn column) {
    List<Integer> broken = new ArrayList<>();
    int faults = 0;
    for (int row = 0; row < column.size(); row++) {
      switch (column.outcome(row)) {
        case Outcome.Faulted faulted -> {
          broken.add(row);
          faults++;
        }
        case Outcome.Known(var value) -> {
          if (value.equals(Flag.FALSE)) {
            broken.add(row);
          }
        }
      }
    }
    return new Checked(property, column, broken, faults);
  }
}
