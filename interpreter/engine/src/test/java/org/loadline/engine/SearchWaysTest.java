package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.loadline.core.SearchWay.Kind.BISECTION;
import static org.loadline.core.SearchWay.Kind.EDGES;
import static org.loadline.core.SearchWay.Kind.POINTS;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.core.Program;
import org.loadline.core.SearchWay;
import org.loadline.core.SearchWays;
import org.loadline.data.ParamValues;
import org.loadline.data.RunLimits;
import org.loadline.data.SearchBeyondLimit;
import org.loadline.data.Snapshot;
import org.loadline.engine.load.Searching;
import org.loadline.reference.ReferenceEvaluator;

/** Every way to search finds the point that the reference evaluator finds, which tries each. */
class SearchWaysTest {
  private static final List<TruffleEvaluator> WAYS =
      Stream.of(Searching.Way.values()).map(TruffleEvaluator::searching).toList();

  private static final String DECLARED =
      """
      table tiers by amount: number {
          | amount    | rate | more |
          | below -2  |  5%  |  3   |
          | below 10  |  1%  | -1   |
          | below 40  |  3%  |  0   |
          | otherwise | 10%  |  7   |
      }
      table slices by amount: number marginal {
          | amount    | rate |
          | below 5   | 20%  |
          | below 30  | 10%  |
          | otherwise |  5%  |
      }
      entity step { key id
          lower, rate : number }
      table held from steps by lower
      entity account { key id
          a, b : number }
      entity position { of account
          key id
          size, price : number }
      """;

  /** More of them with {@code -Dseeds=1000}. */
  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("seeds", 60));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void allFindTheSamePoint(long seed) {
    Random random = new Random(seed);
    Conditions conditions = new Conditions(random);
    StringBuilder facts = new StringBuilder("for each account {\n");
    for (int i = 0; i < 6; i++) {
      facts.append(search(i, random, conditions));
    }
    Program program = Policies.policy(DECLARED + facts + "}\n");
    Snapshot snapshot = Policies.snapshot(program, rows(random));
    ParamValues params = ParamValues.written(program);
    List<String> judged =
        Agreement.lines(new ReferenceEvaluator().evaluate(program, snapshot, params));
    for (TruffleEvaluator way : WAYS) {
      List<String> found = Agreement.lines(way.evaluate(program, snapshot, params));
      assertEquals(judged, found, () -> way.name() + " of " + facts);
    }
  }

  /** One that compiles: not every sum does, and a condition must depend on the point. */
  private static String search(int number, Random random, Conditions conditions) {
    for (int tries = 0; tries < 100; tries++) {
      String fact =
          String.format(
              "  f%d = %s x in %s .. %s by %s such that %s\n",
              number,
              random.nextBoolean() ? "first" : "last",
              random.nextBoolean() ? "-3" : "0",
              random.nextBoolean() ? "8" : "50",
              random.nextBoolean() ? "0.5" : "0.7",
              conditions.condition(2));
      if (Policies.compiles(DECLARED + "for each account {\n" + fact + "}\n")) {
        return fact;
      }
    }
    throw new AssertionError("no condition compiles");
  }

  private static String rows(Random random) {
    StringBuilder rows = new StringBuilder();
    for (int lower : List.of(-5, 0, 4, 20)) {
      rows.append("step id=s" + lower + " lower=" + lower + " rate=" + random.nextInt(9) + "\n");
    }
    for (int i = 0; i < 3; i++) {
      // A field that is not given faults where it is read.
      String b = random.nextInt(4) == 0 ? "" : " b=" + (random.nextInt(13) - 6);
      rows.append("account id=a" + i + " a=" + (random.nextInt(80) - 20) / 2.0 + b + "\n");
      for (int p = random.nextInt(4); p > 0; p--) {
        rows.append("position account=a" + i + " id=p" + p);
        rows.append(" size=" + (random.nextInt(9) - 4) + " price=" + random.nextInt(20) + "\n");
      }
    }
    return rows.toString();
  }

  /** Conditions on {@code x}, those that no polynomial says among them. */
  private record Conditions(Random random) {
    String condition(int depth) {
      if (depth == 0) {
        return number(2) + any(" < ", " >= ", " > ", " <= ") + number(1);
      }
      return switch (random.nextInt(8)) {
        case 0 -> "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
        case 1 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
        case 2 -> "not (" + condition(depth - 1) + ")";
        case 3 -> "any(x > p.price for p in positions where p.size > x or p.price < 9)";
        case 4 -> "floor(" + number(2) + " / 3) = " + random.nextInt(5);
        default -> condition(0);
      };
    }

    String number(int depth) {
      if (depth == 0) {
        return any("x", "x", "a", "b", "2", "-1", "0.25");
      }
      String part = number(depth - 1);
      return switch (random.nextInt(19)) {
        case 0, 1 -> "(" + part + any(" + ", " - ", " * ") + number(depth - 1) + ")";
        case 2 -> "floor(" + part + " * 0.3 to 0.1)";
        case 3 -> "round(" + part + " / 7 to 2 places, half even)";
        case 4 -> "exp(min(" + part + " / 9, 5))";
        case 5 -> "(ln(" + part + ")" + any(" else -3)", " else x)");
        case 6 -> "(" + part + " / " + number(depth - 1) + " else " + any("0)", "x)", "99)");
        case 7 -> "abs(" + part + ")";
        case 8 -> any("min", "max") + "(" + part + ", " + number(depth - 1) + ")";
        case 9 -> "tiers(" + part + ")." + any("rate", "more");
        case 10 -> "(held(" + part + ").rate else -1)";
        case 11 -> "slices(max(0, " + part + ")).rate";
        case 12 -> "(" + part + " when " + condition(0) + " | " + number(depth - 1) + " otherwise)";
        case 13 -> "sum(p.size * (p.price - " + part + ") for p in positions)";
        case 14 ->
            "(max(p.size * "
                + part
                + " for p in positions where p.price > "
                + part
                + ")"
                + " else 1)";
        case 15 -> "remainder(" + part + ", " + any("3", "2.5", "-4") + ")";
        case 16 -> "floor(sqrt(abs(" + part + ")) to 0.01)";
        case 17 -> "((the p in positions with least abs(p.price - " + part + ")).size else 4)";
        default -> "count(p for p in positions where p.price > " + part + ")";
      };
    }

    private String any(String... of) {
      return of[random.nextInt(of.length)];
    }
  }

  private static final String ROUNDED =
      """
      entity account { key id
          size : number }
      for each account { found = first x in 0 .. 100_000_000 by 0.001 such that %s else -1 }
      """;

  private static List<String> found(String condition, long most) {
    Program program = Policies.policy(ROUNDED.formatted(condition));
    Snapshot snapshot = Policies.snapshot(program, "account id=a size=3");
    ParamValues params = ParamValues.written(program);
    return Agreement.lines(
        WAYS.getFirst()
            .evaluate(program, snapshot, params, new RunLimits(Long.MAX_VALUE, most, () -> false)));
  }

  @Test
  void whatRisesNeedsTwiceTheDigitsOfThePoints() {
    // 10^11 points have 37 binary digits.
    assertEquals(
        List.of("account.found 0: 333333.334"), found("floor(x * size to 0.001) > 1_000_000", 75));
    assertEquals(List.of("account.found 0: 7.601"), found("exp(min(x, 9)) * size > 6000", 75));
    assertEquals(List.of("account.found 0: -1"), found("floor(x * size) < 0", 75));
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        // Piecewise of low degree.
        arguments("x * x - a * x > 5", EDGES),
        arguments("sum(p.size * (p.price - x) for p in positions) < tiers(x).rate", EDGES),
        arguments("held(x).rate > x", EDGES),
        // Rises or falls, through sums, bounds, decisions and facts.
        arguments("floor(x * a to 0.1) > 3", BISECTION),
        arguments("exp(x) + 2 * x > a", BISECTION),
        arguments("exp(x) > a - 2 * x", BISECTION),
        arguments("floor(max(x, a) / 3) * long > 3", BISECTION),
        arguments("sum(floor(p.price * x) for p in positions) > 3", BISECTION),
        arguments("floor(x) * tiers(x).rate > 3", BISECTION),
        arguments("(floor(x) when x < a | 2 * x otherwise) > b", BISECTION),
        arguments("not (ln(x + 4) < a and x > b) or x > 7", BISECTION),
        arguments("rounded(x * 2) > a", BISECTION),
        arguments("(floor_of given account.a = x) > 3", BISECTION),
        arguments("long / floor(x + 9) > 3", BISECTION),
        // Neither is known.
        arguments("floor(x) - x > 0.5", POINTS),
        arguments("sum(floor(p.size * x) for p in positions) > 3", POINTS),
        arguments("remainder(x, 3) > 2", POINTS),
        arguments("floor(x) > 2 * x", POINTS),
        arguments("floor(x * x - 2 * x) > 2", POINTS));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theTextProvesTheWay(String condition, SearchWay.Kind kind) {
    Program program =
        Policies.policy(
            DECLARED
                    .replace("a, b : number", "a, b : number\n long : number within 0 .. 9")
                    .replace("price : number", "price : number within 0 .. 100")
                    .replace("size, price", "size : number\n price")
                + "for each account {\n  rounded(y) = floor(y to 0.5)\n"
                + "  floor_of = floor(a)\n"
                + "  found = first x in 0 .. 8 by 0.5 such that "
                + condition
                + "\n}\n");
    List<SearchWay> ways = new SearchWays(program).all();
    assertEquals(List.of(kind), ways.stream().map(SearchWay::kind).toList(), ways::toString);
  }

  @Test
  void aSearchBeyondItsLimitEndsTheRun() {
    SearchBeyondLimit beyond =
        assertThrows(
            SearchBeyondLimit.class,
            () -> found("remainder(floor(x * size to 0.001), 7) > 6.9999", 1_000));
    assertEquals("R3532", beyond.what().code().code());
    assertTrue(beyond.what().message().contains("more than 1000 times"), beyond.getMessage());
  }
}
