package org.loadline.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.core.TestCase;
import org.loadline.data.Evaluator;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.reference.PolicyTests;
import org.loadline.reference.ReferenceEvaluator;

/** The naming law holds of every snippet and example, on the rows that its tests give. */
class NamingLawTest {
  @Test
  void namesChangeNothingInTheRepository() {
    List<String> broken = new ArrayList<>();
    int tried = 0;
    try (TruffleEvaluator truffle = TruffleEvaluator.create()) {
      for (String text : Corpus.texts()) {
        Optional<Program> program = Compiled.of(text).program();
        if (program.isEmpty()) {
          continue;
        }
        for (TestCase test : program.get().tests()) {
          Optional<Snapshot> rows = new PolicyTests(program.get()).given(test).snapshot();
          if (rows.isPresent()) {
            tried++;
            ParamValues params = ParamValues.written(program.get()).with(test.params());
            for (Evaluator evaluator : List.of(new ReferenceEvaluator(), truffle)) {
              NamingLaw.broken(evaluator, program.get(), rows.get(), params)
                  .ifPresent(d -> broken.add(program.get().name() + "\n" + d));
            }
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(tried > 40, "too few tests were found: " + tried);
  }
}
