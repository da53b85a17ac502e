package org.loadline.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.loadline.bound.Bound;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.meaning.Meanings;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.values.Exact;

/** What holds of differences whatever the policies. */
class DifferenceTest {
  private static final String A =
      """
      policy p
      param fee = 1%
      table rates by kind {
          | kind | rate |
          | "a"  | 1    |
          | "b"  | 2    |
      }
      entity account { key id
                       size : number
                       kind : text }
      for each account {
          owed  = size * fee
          rated = size * (rates(kind).rate else 0)
      }
      report account.owed, account.rated
      """;

  private static final String B = A.replace("fee = 1%", "fee = 2%").replace("| 2    |", "| 3    |");

  private static final String C =
      B.replace("fee = 2%", "fee = 4%").replace("size * fee", "size * fee + 1");

  @Test
  void anExampleDoesNotDifferFromItselfReadAgain() throws IOException {
    List<Path> files;
    try (Stream<Path> below = Files.walk(Path.of("..", "..", "examples"))) {
      files = below.filter(f -> f.toString().endsWith(".risk")).sorted().toList();
    }
    int compared = 0;
    for (Path file : files) {
      Optional<Program> one = compiled(file);
      if (one.isPresent()) {
        Difference difference = Difference.between(one.get(), compiled(file).orElseThrow());
        assertEquals(List.of(), difference.changes(), file.toString());
        compared++;
      }
    }
    assertTrue(compared > 50, compared + " policies compared");
  }

  @Test
  void aDifferenceIsEmptyExactlyIfTheHashesAreOne() {
    for (String one : List.of(A, B, C)) {
      for (String other : List.of(A, B, C)) {
        assertEquals(
            Meanings.of(program(one)).hash().equals(Meanings.of(program(other)).hash()),
            between(one, other).isEmpty());
      }
    }
  }

  @Test
  void aChangeThroughAnotherIsTheChangeFromTheFirstToTheLast() {
    assertEquals(List.of("param fee", "table rates"), subjects(between(A, B)));
    assertEquals(List.of("param fee", "fact account.owed"), subjects(between(B, C)));
    assertEquals(List.of("param fee", "table rates", "fact account.owed"), subjects(between(A, C)));
    Edit.ParamValue value = (Edit.ParamValue) between(A, C).changes().getFirst().edit();
    assertEquals(Optional.of(Exact.of(3)), value.move().ofItsValue());
  }

  @Test
  void theWayBackIsTheSameChangesTurnedRound() {
    List<Change> there = between(A, C).changes();
    List<Change> back = between(C, A).changes();
    assertEquals(there.size(), back.size());
    for (int i = 0; i < there.size(); i++) {
      assertEquals(there.get(i).subject(), back.get(i).subject());
      assertEquals(
          there.get(i).before().map(Wording::line), back.get(i).after().map(Wording::line));
      assertEquals(
          there.get(i).after().map(Wording::line), back.get(i).before().map(Wording::line));
    }
  }

  @Test
  void aCellReachesWhatReadsItsColumnAlone() {
    Change cell = between(A, B).changes().getLast();
    assertEquals(
        List.of("account.rated"), cell.reach().outputs().stream().map(o -> o.name()).toList());
  }

  private static List<String> subjects(Difference difference) {
    return difference.changes().stream().map(c -> c.subject().toString()).toList();
  }

  private static Difference between(String before, String after) {
    return Difference.between(program(before), program(after));
  }

  private static Program program(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Bound bound = new PolicyReader().read(Source.of("p.risk", text), sink);
    Optional<Program> program = Checking.check(bound, sink);
    assertEquals(List.of(), sink.diagnostics());
    return program.orElseThrow();
  }

  private static Optional<Program> compiled(Path file) {
    DiagnosticSink sink = new DiagnosticSink();
    return new PolicyReader().read(file, sink).flatMap(b -> Checking.check(b, sink));
  }
}
