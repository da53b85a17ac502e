package org.loadline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.bound.Binding;
import org.loadline.check.Checking;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Each rule of which way a formula moves, on a formula of its own. */
class InfluenceRulesTest {
  private static final String DECLARED =
      """
      policy rules
      param p = 2 within 0 .. 10
      param q = 3
      param f = 0.2 within 0 .. 1
      param step = 2

      choice standing { fine, called, over }

      table tiers by amount: number {
          | id | amount    | rate | kept |
          | a  | below 10  |  1   |  9   |
          | b  | below 20  |  2   |  5   |
          | c  | otherwise |  4   |  1   |
      }
      table slices by amount: number marginal {
          | amount    | part |
          | below 10  |  1   |
          | otherwise |  2   |
      }
      table line by amount: number linear clamp {
          | amount | height |
          | 0      | 1      |
          | 10     | 5      |
      }
      entity account {
          key id
          good, debt, any : number
          assume good >= 0
          assume debt >= 0
      }
      entity position { of account
          key id
          size, price : number
          assume price >= 0 }

      for each account {
          worth    = good * p
          standing = over when any < p | called when any < p + 1 | fine otherwise
          tier     = tiers(p)
          MORE
          it = FORMULA
      }
      """;

  private static Program program(String more, String formula) {
    DiagnosticSink sink = new DiagnosticSink();
    Source source =
        Source.of("policy.risk", DECLARED.replace("MORE", more).replace("FORMULA", formula));
    Optional<Program> program =
        Checking.check(Binding.bind(Parsing.parse(source, sink), sink), sink);
    return program
        .filter(p -> !sink.hasErrors())
        .orElseThrow(() -> new AssertionError(sink.diagnostics()));
  }

  private static Influence influence(Program program, Cause cause) {
    Fact it = program.facts().stream().filter(f -> f.name().equals("it")).findFirst().orElseThrow();
    return new Influences(program).of(it.ref(), cause);
  }

  private static Cause param(Program program, String name) {
    return program.params().stream()
        .map(p -> p.ref())
        .filter(p -> p.name().equals(name))
        .map(Cause::of)
        .findFirst()
        .orElseThrow();
  }

  private static Cause field(Program program, String entity, String field) {
    var of = program.entity(entity).orElseThrow();
    return Cause.of(of.ref(), of.field(field).orElseThrow().index());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        // Sums and products
        "good + p                                       ; RISES",
        "good - p                                       ; FALLS",
        "-p                                             ; FALLS",
        "good * p                                       ; RISES",
        "-good * p                                      ; FALLS",
        "any * p                                        ; UNKNOWN",
        "abs(any) * p                                   ; RISES",
        "any * any * p                                  ; RISES",
        "power(any, 2) * p                              ; RISES",
        "power(any, 3) * p                              ; UNKNOWN",
        "good / (p + 1)                                 ; FALLS",
        "p / (good + 1)                                 ; RISES",
        "any / (p + 1)                                  ; UNKNOWN",
        "good * (10 - p)                                ; FALLS",
        "good less f                                    ; NONE",
        "p * p                                          ; RISES",
        "(p - 3) * (p - 3)                              ; UNKNOWN",
        "p - p * good                                   ; UNKNOWN",
        "any                                            ; NONE",
        "worth                                          ; RISES",
        // Functions
        "min(any, p)                                    ; RISES",
        "max(any, -p)                                   ; FALLS",
        "min(p, -p)                                     ; UNKNOWN",
        "clamp(any, 0, p)                               ; RISES",
        "abs(p)                                         ; RISES",
        "abs(p - 3)                                     ; UNKNOWN",
        "sign(p - 3)                                    ; RISES",
        "exp(p)                                         ; RISES",
        "ln(p + 1)                                      ; RISES",
        "power(p, 0.5)                                  ; RISES",
        "power(2, p / 3)                                ; UNKNOWN",
        "remainder(p, 2)                                ; UNKNOWN",
        "floor(p to 0.1)                                ; RISES",
        "ceil(-p to 0.1)                                ; FALLS",
        "round(p to 0.1, half even)                     ; RISES",
        "floor(sqrt(p) to 0.1)                          ; RISES",
        // Decisions
        "p when any < 0 | 2 * p otherwise               ; RISES",
        "p when any < 0 | -p otherwise                  ; UNKNOWN",
        "5 when any < p | 0 otherwise                   ; RISES",
        "5 when any > p | 0 otherwise                   ; FALLS",
        "0 when any < p | 5 otherwise                   ; FALLS",
        "5 when any = p | 0 otherwise                   ; UNKNOWN",
        "any when any > p | 0 otherwise                 ; FALLS",
        "any when any > -1 | 0 otherwise                ; NONE",
        "any / (p + 1) when any >= 0 | 0 otherwise      ; FALLS",
        "0 when any < 0 | any * p otherwise             ; RISES",
        "(any - debt) * p when any > debt | 0 otherwise ; RISES",
        "5 when any < p and good > 1 | 0 otherwise      ; RISES",
        "5 when any < p and any > p | 0 otherwise       ; UNKNOWN",
        "5 when any < p or good < p | 0 otherwise       ; RISES",
        "0 when not (any < p) | 5 otherwise             ; RISES",
        "5 when any in 0 .. p | 0 otherwise             ; RISES",
        "5 when any not in 0 .. p | 0 otherwise         ; FALLS",
        "unlimited when any < p | good otherwise        ; RISES",
        "5 when p = 0 | 0 otherwise                     ; FALLS",
        "any * (p when any > 0 | 3 otherwise)           ; RISES",
        "any * (p when any > 0 | -p otherwise)          ; RISES",
        "any * (p when any < 0 | 3 otherwise)           ; FALLS",
        // Outcomes in order
        "2 when standing >= called | 1 otherwise        ; RISES",
        "2 when standing is over | 1 otherwise          ; RISES",
        "2 when standing is fine | 1 otherwise          ; FALLS",
        "2 when standing is called | 1 otherwise        ; UNKNOWN",
        "2 when standing in { called, over } | 1 otherwise ; RISES",
        // What else answers for
        "good / p else unlimited                        ; FALLS",
        "any / p else unlimited                         ; UNKNOWN",
        "good / p else 0                                ; UNKNOWN",
        "p / good else 0                                ; RISES",
        "5 when (p / good else none) is none | 0 otherwise ; NONE",
        // Rows
        "sum(positions.price * p)                       ; RISES",
        "sum(positions.size * p)                        ; UNKNOWN",
        "sum(positions.price where size < p)            ; RISES",
        "sum(positions.size where size < p)             ; UNKNOWN",
        "sum(positions.size where size > 0 and size < p); RISES",
        "count(positions where size < p)                ; RISES",
        "count(positions where size > p)                ; FALLS",
        "(min(positions.size where size < p) else 0)    ; UNKNOWN",
        "min(x.price * p for x in positions) else 0     ; RISES",
        "(max(x.price for x in positions where x.size < p) else -1) ; RISES",
        "mean(x.price * p for x in positions) else 0    ; RISES",
        "(mean(x.price for x in positions where x.size < p) else 0) ; UNKNOWN",
        "1 when any(x.size < p for x in positions) | 0 otherwise ; RISES",
        "1 when all(x.size < p for x in positions) | 0 otherwise ; RISES",
        "sum(x.price * p for x in positions ranked by size take first 2) ; RISES",
        "sum(x.price for x in positions ranked by size * p take first 2) ; UNKNOWN",
        // Tables
        "tiers(p).rate                                  ; RISES",
        "tiers(p).kept                                  ; FALLS",
        "tier.rate                                      ; RISES",
        "tiers(10 - p).rate                             ; FALLS",
        "slices(p).part                                 ; RISES",
        "line(p).height                                 ; RISES",
        // Worlds and searches
        "(worth given account.good = good + p)          ; RISES",
        "(worth given p = 3)                            ; NONE",
        "(worth given p = p + 1)                        ; RISES",
        "(first x in 0 .. 100 by 1 such that x > p)     else 0 ; UNKNOWN",
        "(first x in 0 .. 100 by 1 such that x > p)     else 100 ; RISES",
        "(last x in 0 .. 100 by 1 such that x < p)      else 0 ; RISES",
        // Loops
        "fold left from p over x in positions: left + x.price ; RISES",
      })
  void movesWithAParam(String formula, Influence.Way way) {
    Program program = program("", formula);
    assertEquals(way, influence(program, param(program, "p")).way(), formula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "tiers(any).rate * good ; RISES",
        "tiers(any).rate * any  ; UNKNOWN",
        "-tiers(p).rate         ; FALLS",
        "tiers(any).kept        ; NONE",
        "sum(t.rate for t in tiers) ; RISES",
      })
  void movesWithAColumn(String formula, Influence.Way way) {
    Program program = program("", formula);
    assertEquals(way, influence(program, field(program, "tiers", "rate")).way(), formula);
  }

  @Test
  void movesWithAFieldOfTheRowAndOfRowsThatItSums() {
    Program program = program("", "good * 2 - sum(positions.price)");
    assertEquals(Influence.Way.RISES, influence(program, field(program, "account", "good")).way());
    assertEquals(
        Influence.Way.FALLS, influence(program, field(program, "position", "price")).way());
    assertEquals(Influence.Way.NONE, influence(program, field(program, "account", "debt")).way());
  }

  @Test
  void movesWithAFact() {
    Program program = program("base = any * p", "good * base");
    FactRef base =
        program.facts().stream()
            .filter(f -> f.name().equals("base"))
            .findFirst()
            .orElseThrow()
            .ref();
    assertEquals(Influence.Way.RISES, influence(program, Cause.of(base)).way());
  }

  @Test
  void saysWhatItDependsOn() {
    Program program = program("", "good * p");
    assertEquals(
        "`p` is multiplied by `good`, which is never negative",
        influence(program, param(program, "p")).steps().getFirst().words());
  }

  @Test
  void saysWhatStandsInTheWay() {
    Program program = program("base = any * p", "good + base");
    Influence.Obstacle obstacle = influence(program, param(program, "p")).obstacle().orElseThrow();
    assertEquals("`any * p`", obstacle.text());
    assertTrue(obstacle.fact().filter(f -> f.name().equals("base")).isPresent());
  }
}
