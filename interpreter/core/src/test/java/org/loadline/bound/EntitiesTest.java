package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Exact;

class EntitiesTest {
  private static final Unit USD = Unit.of("USD", Optional.empty());

  private static Type quantity(Unit unit) {
    return new Type.Quantity(unit, Type.Form.DECIMAL, false);
  }

  private static Unit of(String unit, String entity, String... references) {
    RowPath path = RowPath.self(entity);
    for (String reference : references) {
      path = path.then(reference);
    }
    return Unit.of(unit, Optional.of(path));
  }

  private static final Bound PERP =
      Bindings.bound(
          """
          unit USD
          unit base of market

          entity market {
              key symbol
              mark : USD/base
              lot  : base
              open : base in steps of lot
          }
          entity account {
              key id : count
              cash : USD in steps of 0.01
              maximum is unlimited
          }
          entity position {
              of account
              of market
              size  : base in steps of market.lot
              entry : USD/base
          }
          """);

  @Test
  void kindsAreTypes() {
    Bound bound =
        Bindings.bound(
            """
            choice standing { healthy, restricted }
            entity a {
                n, r : number
                c : count
                f : flag
                t : text
                d : date
                i : instant
                u : duration
                s : standing
                p : ratio/duration
            }
            """);
    assertEquals(Type.NUMBER, Bindings.field(bound, "a", "n").type());
    assertEquals(Type.NUMBER, Bindings.field(bound, "a", "r").type());
    assertEquals(Type.NUMBER, Bindings.field(bound, "a", "c").type());
    assertTrue(Bindings.field(bound, "a", "c").wholeNumber());
    assertFalse(Bindings.field(bound, "a", "n").wholeNumber());
    assertEquals(Type.FLAG, Bindings.field(bound, "a", "f").type());
    assertEquals(Type.TEXT, Bindings.field(bound, "a", "t").type());
    assertEquals(Type.DATE, Bindings.field(bound, "a", "d").type());
    assertEquals(Type.INSTANT, Bindings.field(bound, "a", "i").type());
    assertEquals(quantity(Unit.TIME), Bindings.field(bound, "a", "u").type());
    assertEquals(
        new Type.OfChoice(bound.choiceNamed("standing").orElseThrow()),
        Bindings.field(bound, "a", "s").type());
    assertEquals(quantity(Unit.TIME.power(-1)), Bindings.field(bound, "a", "p").type());
  }

  @Test
  void aUnitOfARowIsOfTheRowItselfOrOfTheOnlyOneItRefersTo() {
    Unit own = of("base", "market");
    Unit other = of("base", "position", "market");
    assertEquals(quantity(USD.dividedBy(own)), Bindings.field(PERP, "market", "mark").type());
    assertEquals(quantity(other), Bindings.field(PERP, "position", "size").type());
    assertEquals(quantity(USD.dividedBy(other)), Bindings.field(PERP, "position", "entry").type());
  }

  @Test
  void aUnitOfARowSaysItsPathIfThereAreSeveral() {
    Bound bound =
        Bindings.bound(
            """
            unit token of asset
            entity asset { key id }
            entity account {
                key id
                favourite : asset or none
            }
            entity call {
                of account
                collateral : asset
                borrowed   : asset listed as loans
                offered    : token of borrowed
                other      : token of account.favourite
            }
            """);
    assertEquals(
        quantity(of("token", "call", "borrowed")), Bindings.field(bound, "call", "offered").type());
    assertEquals(
        quantity(of("token", "call", "account", "favourite")),
        Bindings.field(bound, "call", "other").type());
  }

  @Test
  void keysParentsAndReferences() {
    Entity account = Bindings.entity(PERP, "account");
    Entity position = Bindings.entity(PERP, "position");
    assertEquals(OptionalInt.of(0), account.key());
    assertEquals(Field.Role.KEY, account.fields().getFirst().role());
    assertTrue(account.maximumIsUnlimited());
    assertEquals(OptionalInt.empty(), position.key());
    assertEquals(OptionalInt.of(0), position.parent());
    assertEquals(
        new Type.RowOf(account.ref(), RowPath.self("position").then("account")),
        position.fields().getFirst().type());
    assertEquals("positions", position.plural());
    assertEquals(position, PERP.children(account.ref(), "positions").orElseThrow().entity());
  }

  @Test
  void theParentIsTheFirstReferenceThatIsAlwaysThereAndLeadsElsewhere() {
    Bound bound =
        Bindings.bound(
            """
            entity desk { key id }
            entity account {
                key id
                of account as leader or none listed as followers
                of desk as home or none
                of desk listed as residents
            }
            """);
    Entity account = Bindings.entity(bound, "account");
    assertEquals("desk", account.fields().get(account.parent().orElseThrow()).name());
    assertTrue(account.field("leader").orElseThrow().type().isOptional());
    assertEquals(
        List.of("followers"),
        bound.childrenOf(account.ref()).stream()
            .map(c -> c.reference().plural().orElseThrow())
            .toList());
  }

  @Test
  void pluralsAreAutomaticOrListed() {
    Bound bound =
        Bindings.bound(
            """
            entity account { key id }
            entity payment {
                of account as payer listed as payments
                of account as payee listed as receipts
            }
            entity asset { key id }
            entity swap {
                sold   : asset
                bought : asset
            }
            """);
    assertEquals(Optional.of("receipts"), Bindings.field(bound, "payment", "payee").plural());
    assertEquals(Optional.of("swaps"), Bindings.field(bound, "swap", "sold").plural());
    assertEquals(Optional.empty(), Bindings.field(bound, "swap", "bought").plural());
  }

  @Test
  void steps() {
    Bound bound =
        Bindings.bound(
            """
            unit USD
            quantum = 0.000001 USD
            system {
                cash  : USD in steps of quantum
                index : ratio in steps of 18 places
                wait  : duration in steps of 1 hour
            }
            entity reserve {
                key id
                decimals : count within 0 .. 18
            }
            entity debt {
                of reserve
                scaled : number in steps of reserve.decimals places
            }
            """);
    assertEquals(
        Optional.of(new StepRule.Fixed(Exact.ofFraction(1, 1_000_000))),
        bound.systemInput("cash").orElseThrow().step());
    assertEquals(
        Optional.of(new StepRule.Fixed(Exact.ofFraction(1, 1_000_000_000_000_000_000L))),
        bound.systemInput("index").orElseThrow().step());
    assertEquals(
        Optional.of(new StepRule.Fixed(Exact.of(3_600))),
        bound.systemInput("wait").orElseThrow().step());
    assertEquals(
        Optional.of(new StepRule.ByRow(List.of(0, 1), true)),
        Bindings.field(bound, "debt", "scaled").step());
    assertEquals(
        Optional.of(new StepRule.ByRow(List.of(2), false)),
        Bindings.field(PERP, "market", "open").step());
    assertEquals(
        Optional.of(new StepRule.ByRow(List.of(1, 2), false)),
        Bindings.field(PERP, "position", "size").step());
  }

  @Test
  void optionalUnlimitedFamiliesAndBounds() {
    Bound bound =
        Bindings.bound(
            """
            unit USD
            choice kind { initial, maintenance }
            entity asset {
                key id
                weight(kind) : ratio within 0% .. 100%
                cap : USD or unlimited
                floor_ : USD or none within -5 .. 5 USD
                listed : date within 2020-01-01 .. 2030-01-01
            }
            """);
    Field weight = Bindings.field(bound, "asset", "weight");
    assertEquals(List.of(bound.choiceNamed("kind").orElseThrow()), weight.family());
    assertEquals(Exact.ONE, weight.within().orElseThrow().most());
    assertEquals(
        new Type.Quantity(USD, Type.Form.DECIMAL, true),
        Bindings.field(bound, "asset", "cap").type());
    Field floor = Bindings.field(bound, "asset", "floor_");
    assertEquals(new Type.OrNone(quantity(USD)), floor.type());
    assertEquals(Exact.of(-5), floor.within().orElseThrow().least());
    Field listed = Bindings.field(bound, "asset", "listed");
    assertEquals(Exact.of(18_262), listed.within().orElseThrow().least());
  }

  @Test
  void factsAndAssumptionsStandWithTheirEntity() {
    Bound bound =
        Bindings.bound(
            """
            entity account {
                key id
                cash : number
                assume cash >= 0
            }
            for each account {
                assume cash < 5
                rich = cash > 3
            }
            assume 1 < 2
            total = sum(accounts.cash)
            """);
    Entity account = Bindings.entity(bound, "account");
    assertEquals(
        List.of(Optional.empty(), Optional.of(account.ref())),
        bound.facts().stream().map(Bound.BoundFact::owner).toList());
    assertEquals(
        List.of(Optional.empty(), Optional.of(account.ref()), Optional.of(account.ref())),
        bound.assumptions().stream().map(Bound.BoundAssumption::owner).toList());
  }
}
