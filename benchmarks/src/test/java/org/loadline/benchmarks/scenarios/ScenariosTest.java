package org.loadline.benchmarks.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;

/** Who is timed on the scenario margin agrees, to the digit, with the plainest program. */
class ScenariosTest {
  @Test
  void allAgreeOnASmallBook() throws IOException {
    try (Engines engines = new Engines()) {
      Course<Margins> course = new ScenarioRace(Path.of(".."), 300, engines).everyone(true);
      Margins first = course.contenders().getFirst().run().get();
      List<String> right =
          course.contenders().stream()
              .filter(contender -> course.judge().apply(contender.run().get(), first).right())
              .map(Contender::name)
              .toList();
      assertEquals(course.contenders().stream().map(Contender::name).toList(), right);
      assertEquals(5, right.size());
    }
  }

  @Test
  void theHandWrittenOneHoldsOnManyBooks() {
    for (int seed = 0; seed < 20; seed++) {
      Book book = Book.generate(500, seed);
      Margins expected = new BigScenarios(book).run().get();
      assertTrue(new LongScenarios(book).run().get().verdict(expected).right());
    }
  }

  @Test
  void aBookHasAccountsOfBothKinds() {
    Margins margins = new BigScenarios(Book.generate(1_000, 16)).run().get();
    int covered = 0;
    for (boolean one : margins.covered()) {
      covered += one ? 1 : 0;
    }
    assertTrue(covered > 100 && covered < 900, covered + " of 1,000");
  }

  @Test
  void anotherDigitDoesNotAgree() {
    Book book = Book.generate(10, 16);
    Margins expected = new BigScenarios(book).run().get();
    Margins other = new LongScenarios(book).run().get();
    other.margin()[1]++;
    assertFalse(other.verdict(expected).right());
  }
}
