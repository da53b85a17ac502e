package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;

/** The runtime that compiles policies is on; without it they are only interpreted, and slowly. */
class OptimisingRuntimeTest {
  @Test
  void theEngineCompiles() {
    try (var engine = Engine.create()) {
      assertEquals("GraalVM CE", engine.getImplementationName());
    }
  }
}
