package org.loadline.cli.report;

import java.util.ArrayList;
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
import org.loadline.model.Type;
import org.loadline.values.Flag;

/**
 * Properties as further outputs of a program, so that whatever runs the program checks them too.
 *
 * <p>They stand after the program's own outputs, in their order.
 */
public final class Properties {
  private Properties() {}

  /** A property and the rows that break it, ascending; one that is of the whole has row 0. */
  public record Checked(Property property, OutputColumn column, List<Integer> broken, int faults) {
    public Checked {
      broken = List.copyOf(broken);
    }

    public boolean holds() {
      return broken.isEmpty();
    }
  }

  /** The program that works out its properties with its outputs. */
  public static Program asOutputs(Program program) {
    List<Fact> facts = new ArrayList<>(program.facts());
    List<Output> outputs = new ArrayList<>(program.outputs());
    for (Property property : program.properties()) {
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
    return new Program(
        program.name(),
        program.doc(),
        program.choices(),
        program.entities(),
        program.groupings(),
        program.system(),
        program.params(),
        program.tables(),
        facts,
        program.assumptions(),
        outputs,
        program.properties(),
        program.tests(),
        program.examples(),
        program.columnRules(),
        program.sources());
  }

  /** What the program's own outputs gave. */
  public static Results own(Results results) {
    int own = results.columns().size() - results.program().properties().size();
    return new Results(
        results.program(), results.snapshot(), results.params(), results.columns().subList(0, own));
  }

  /** What the properties gave. */
  public static List<Checked> checked(Results results) {
    List<Checked> checked = new ArrayList<>();
    List<Property> properties = results.program().properties();
    int own = results.columns().size() - properties.size();
    for (int i = 0; i < properties.size(); i++) {
      OutputColumn column = results.columns().get(own + i);
      List<Integer> broken = new ArrayList<>();
      int faults = 0;
      for (int row = 0; row < column.size(); row++) {
        switch (column.outcome(row)) {
          case Outcome.Faulted faulted -> faults++;
          case Outcome.Known(var value) -> {
            if (value.equals(Flag.FALSE)) {
              broken.add(row);
            }
          }
        }
      }
      checked.add(new Checked(properties.get(i), column, broken, faults));
    }
    return checked;
  }
}
