package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.model.Type;

/**
 * The lines of waterfalls as further outputs of a program, so that whatever runs it says which rows
 * are over them.
 */
final class Lines {
  /** No fact has a name with a blank in it. */
  private static final String PREFIX = "waterfall ";

  private Lines() {}

  /** The program that also reports, for each waterfall with a guard, which rows are over it. */
  static Program with(Program program) {
    List<Fact> facts = new ArrayList<>(program.facts());
    List<Output> outputs = new ArrayList<>(program.outputs());
    for (Waterfall waterfall : program.waterfalls()) {
      if (waterfall.guard().isPresent()) {
        String name = PREFIX + waterfall.name();
        FactRef ref = new FactRef(facts.size(), name);
        facts.add(
            new Fact(
                ref,
                Optional.of(waterfall.owner()),
                List.of(),
                Optional.empty(),
                waterfall.guard().get(),
                Type.FLAG,
                waterfall.slots(),
                Fact.Origin.FACT,
                "",
                waterfall.span()));
        outputs.add(new Output(name, Optional.of(waterfall.owner()), ref, Type.FLAG));
      }
    }
    return program.withFacts(facts, outputs).keeping(program.waterfalls(), List.of());
  }

  /** What the output of a waterfall's line is called. */
  static String name(String waterfall) {
    return PREFIX + waterfall;
  }

  static boolean isLine(Output output) {
    return output.fact().name().startsWith(PREFIX);
  }

  /** Whose line an output is. */
  static String waterfall(Output line) {
    return line.fact().name().substring(PREFIX.length());
  }
}
