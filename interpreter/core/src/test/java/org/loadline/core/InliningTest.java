package org.loadline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.bound.Binding;
import org.loadline.check.Checking;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

class InliningTest {
  @Test
  void aFactIsItsFormula() {
    assertEquals(List.of(), namesIn("c", "a = 1 / 3\nb = a * a\nc = a + b"));
  }

  @Test
  void argumentsStandInTheFormula() {
    assertEquals(List.of(), namesIn("b", "f(x) = x * x\na = 2 / 3\nb = f(a + 1)"));
  }

  @Test
  void aFactOfAnotherRowIsWorkedOutForThatRow() {
    String rows = "entity line {\n    key id\n    size : number\n}\n";
    String facts = "for each line { twice = size * 2 }\ntotal = sum(lines.twice)";
    assertEquals(List.of(), namesIn("total", rows + facts));
  }

  @Test
  void variablesOfTwoFormulasStayApart() {
    String rows = "entity line {\n    key id\n    size : number\n}\n";
    String facts =
        "for each line { rank = count(lines where size > 0) }\n"
            + "total = sum(a.rank * b.rank for a in lines, b in lines)";
    Fact total = inlined("total", rows + facts);
    List<Integer> slots = new ArrayList<>();
    binders(total.body(), slots);
    assertEquals(4, slots.size());
    assertEquals(4, slots.stream().distinct().count());
    assertTrue(slots.stream().allMatch(slot -> slot < total.slots()));
  }

  @Test
  void whatElseAnswersForKeepsItsName() {
    String facts = "zero = 0\na = 1 / zero else none\nb = a else 3";
    assertEquals(List.of("a"), namesIn("b", facts));
  }

  @Test
  void whatIsNotNoneIsKnownByItsName() {
    String facts = "zero = 0\na = 1 / zero else none\nb = a + 1 when a is not none | 0 otherwise";
    assertEquals(List.of("a", "a"), namesIn("b", facts));
  }

  @Test
  void whatNeedsSomethingKeepsItsName() {
    assertEquals(List.of("f"), namesIn("b", "f(x) = x * 2 needs x > 0\nb = f(3)"));
  }

  @Test
  void aRowThatMayBreakKeepsItsFacts() {
    String rows =
        "entity line {\n    key id\n    size : number\n    assume size > 0\n}\n"
            + "for each line {\n    twice = 2\n    more = twice + 1\n}\n";
    assertEquals(List.of("twice"), namesIn("total", rows + "total = sum(lines.twice)"));
    assertEquals(List.of(), namesIn("more", rows));
  }

  @Test
  void formulasDoNotGrowBeyondAllBounds() {
    StringBuilder facts = new StringBuilder("x0 = 1\n");
    for (int i = 1; i < 60; i++) {
      facts.append("x" + i + " = x" + (i - 1) + " + x" + (i - 1) + "\n");
    }
    assertTrue(ExprParts.size(inlined("x59", facts.toString()).body()) < 5_000);
  }

  private static List<String> namesIn(String fact, String text) {
    List<String> names = new ArrayList<>();
    names(inlined(fact, text).body(), names);
    return names;
  }

  private static Fact inlined(String fact, String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Source source = Source.of("inlining.risk", "policy inlining\n" + text);
    Optional<Program> program =
        Checking.check(Binding.bind(Parsing.parse(source, sink), sink), sink);
    assertTrue(program.isPresent(), () -> sink.diagnostics().toString());
    return Inlining.inlined(program.get()).facts().stream()
        .filter(f -> f.name().equals(fact))
        .findFirst()
        .orElseThrow();
  }

  private static void names(Expr expr, List<String> names) {
    if (expr instanceof Expr.FactOf read) {
      names.add(read.fact().name());
    }
    ExprParts.map(
        expr,
        part -> {
          names(part, names);
          return part;
        });
  }

  private static void binders(Expr expr, List<Integer> slots) {
    if (expr instanceof Expr.Aggregate aggregate) {
      aggregate.binders().forEach(b -> slots.add(b.slot()));
    }
    ExprParts.map(
        expr,
        part -> {
          binders(part, slots);
          return part;
        });
  }
}
