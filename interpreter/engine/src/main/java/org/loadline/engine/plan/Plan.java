package org.loadline.engine.plan;

import java.util.List;
import org.loadline.core.Program;

/** The passes that work out a program's outputs, each reading only columns filled before it. */
public record Plan(Program program, List<Pass> passes) {
  public Plan {
    passes = List.copyOf(passes);
  }
}
