package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.loadline.core.Fact;

/** Facts with arguments, locals and functions: typed for each kind of call. */
class InstantiationTest {
  private static final String UNITS =
      """
      unit USD
      unit ETH
      choice kind { initial, maintenance }
      entity account { key id
          cash : USD
          coins : ETH
          weight(kind) : ratio }
      """;

  private static CheckedPolicy with(String text) {
    return CheckedPolicy.of(UNITS + text);
  }

  @Test
  void aFactWithArgumentsExistsOnceForEachListOfTypes() {
    CheckedPolicy p =
        with(
            """
            twice(a) = a * 2
            for each account {
                x = twice(cash)
                y = twice(cash + 1 USD)
                z = twice(coins)
            }
            """);
    assertEquals(2, p.instances("twice"));
    assertEquals("decimal USD", p.type("account.y"));
    assertEquals("decimal ETH", p.type("account.z"));
  }

  @Test
  void calleesStandBeforeTheirCallers() {
    CheckedPolicy p = with("a = b * 2\nb = c + 1\nc = 3\nd = f(a)\nf(n) = n + e\ne = 1");
    assertEquals(
        "[c, b, a, e, f, d]", p.whole().facts().stream().map(Fact::name).toList().toString());
  }

  @Test
  void argumentsAreGivenInOrderOrByName() {
    CheckedPolicy p = with("f(a, b) = a - b\nx = f(1, 2)\ny = f(b: 2, a: 1)");
    assertEquals("f(1, 2)", p.core("x"));
    assertEquals("f(1, 2)", p.core("y"));
    assertEquals(
        """
        R2509 `f` takes 2 arguments, but 1 stands here.
        R2510 `f` has no parameter `c`.
        R2511 The argument `a` is given twice.
        R2507 `f` needs its arguments: a, b.\
        """,
        with("f(a, b) = a - b\nu = f(1)\nv = f(1, c: 2)\nw = f(1, a: 2)\nx = f").said());
  }

  @Test
  void declaredTypesOfParametersAreChecked() {
    assertEquals(
        "R3101 Expected an amount in `USD`, but this is an amount in `ETH`."
            + " > Change the formula or the type.",
        with("f(a : USD) = a * 2\nfor each account { x = f(coins) }").saidWithHints());
    assertEquals("decimal USD", with("f(a : USD) = a * 2\nx = f(0)").type("x"));
    assertEquals(
        "R3101 Expected an amount in `USD`, but this is a plain number.",
        with("x : USD = 3").said());
  }

  @Test
  void aTypedFactIsCheckedEvenIfNobodyCallsIt() {
    assertEquals(
        "R3200 Amounts in `USD` and plain numbers do not add.", with("f(a : USD) = a + 1").said());
  }

  @Test
  void aFunctionIsASheet() {
    CheckedPolicy p =
        with(
            """
            function quote(size, price) {
                worth  = size * price
                fee    = worth * 1%
                result = worth - fee
            }
            x = quote(3, 2 USD).fee
            y = quote(3, 2 USD)
            """);
    assertEquals("quote.fee(3, 2 USD)", p.core("x"));
    assertEquals("quote.result(3, 2 USD)", p.core("y"));
    assertEquals("(quote.worth(size, price) * 0.01)", p.core("quote.fee"));
    assertEquals("decimal USD", p.type("y"));
    assertEquals(
        """
        R2517 The function `f` has no fact `result`.
        R2501 The function `f` has no `b`.
        R2516 `f` is a function.\
        """,
        with("function f(n) { a = n }\nx = f(1)\ny = f(1).b\nz = f").said());
  }

  @Test
  void localsAreFactsOfTheirDefinition() {
    CheckedPolicy p =
        with(
            """
            for each account {
                f(n) = a + b with a = n * cash, b = a * 2
                x = f(3)
            }
            """);
    Fact local = p.fact("account.b");
    assertEquals(Fact.Origin.LOCAL, local.origin());
    assertEquals("[n]", local.parameters().stream().map(Fact.Parameter::name).toList().toString());
    assertEquals("(account.a(n) * 2)", p.core("account.b"));
    assertEquals("account.f(3)", p.core("account.x"));
  }

  @Test
  void localsMayHaveParametersOfTheirOwn() {
    CheckedPolicy p = with("f(n) = g(1) with g(m) = n + m\nx = f(2)");
    assertEquals("g(n, 1)", p.core("f"));
    assertEquals("(n + m)", p.core("g"));
  }

  @Test
  void familiesAreCalledWithAMemberOrAParameter() {
    CheckedPolicy p =
        with("for each account { f(k : kind) = weight(k)\n x = f(initial)\n y = weight(initial) }");
    assertEquals("account.weight(k)", p.core("account.f"));
    assertEquals("account.f(initial)", p.core("account.x"));
  }

  @Test
  void needsIsCheckedAgainstTheArguments() {
    CheckedPolicy p = with("f(n) = 1 / n needs n > 0\nx = f(2)");
    assertTrue(p.fact("f").needs().isPresent());
    assertEquals(
        "R3103 Expected a condition, but this is a plain number.",
        with("f(n) = 1 / n needs n\nx = f(2)").said());
  }

  @Test
  void slotsHoldTheRowThenTheParametersThenTheVariables() {
    CheckedPolicy p =
        with("for each account { f(n) = n + sum(a.cash for a in accounts)\n x = f(cash) }");
    assertEquals(1, p.fact("account.f").parameters().getFirst().slot());
    assertEquals(3, p.fact("account.f").slots());
  }
}
