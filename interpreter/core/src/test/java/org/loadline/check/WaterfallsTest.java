package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.core.Entry;
import org.loadline.core.Waterfall;

/** What the text of a waterfall proves, and what must be named. */
class WaterfallsTest {
  private static final String ROWS =
      """
      unit USD
      unit base of market
      param half = 50% within 0% .. 100%
      param twice = 200% within 0% .. 300%
      system {
          fund, other : USD in steps of 0.01
          deep : USD in steps of 0.01 floor none
          kept : USD in steps of 0.01 floor 10
          cents : USD in steps of 0.001 }
      entity market { key id
          lot : base
          stock : base in steps of lot }
      entity account { key id
          cash, debt : USD in steps of 0.01
          raw : USD }
      entity loan { of account
          of market
          size : USD in steps of 0.01
          held : base in steps of market.lot }
      for each loan {
          part = floor(size / 3 to 0.01 USD)
          all_of_it = account.lent }
      for each account {
          lent = sum(loans.size)
          gap = max(0, debt - cash) }
      """;

  private static CheckedPolicy with(String lines) {
    return CheckedPolicy.of(ROWS + "waterfall w of account {\n" + lines + "\n}\n");
  }

  private static String step(String entries) {
    return with("    step s {\n" + entries.indent(8) + "    }")
        .said()
        .lines()
        .filter(line -> !line.startsWith("R29"))
        .map(line -> line.substring(0, 5))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static List<Entry> entries(String entries) {
    Waterfall waterfall =
        with("    step s {\n" + entries.indent(8) + "    }").whole().waterfalls().getFirst();
    List<Entry> all = new ArrayList<>();
    waterfall.steps().forEach(s -> all.addAll(s.entries()));
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "move fund from fund to cash                                           ! false",
        "move debt from fund to cash                                           ! true",
        "move debt from fund to cash, at most fund                             ! false",
        "move debt from fund to cash, at most 50% of fund, in steps of 0.01 USD  ! false",
        "move debt from fund to cash, at most half * fund, in steps of 0.01 USD  ! false",
        "move debt from fund to cash, at most twice * fund, in steps of 0.01 USD ! true",
        "move debt from fund to cash, at most 150% of fund, in steps of 0.01 USD ! true",
        "move debt from fund to cash, at most other                            ! true",
        "move debt from deep to cash                                           ! false",
        "move debt from kept to cash, at most kept                             ! true",
        "move debt from kept to cash, at most kept - 10 USD                    ! false",
        "move debt from kept to cash, at most kept - 9 USD                     ! true",
        "move min(debt, fund) from fund to cash                                ! false",
        "move max(0, fund) from fund to cash                                   ! false",
        "move max(debt, fund) from fund to cash                                ! true",
        "move floor(fund / 3 to 0.01 USD) from fund to cash                    ! true",
        "move floor(fund * 30% to 0.01 USD) from fund to cash                  ! false",
        "move ceil(fund * 30% to 0.01 USD) from fund to cash                   ! true",
        "move (fund when debt > 0 | 0 otherwise) from fund to cash             ! false",
      })
  void capsProveThatAMoveCannotOverdraw(String move, boolean mayOverdraw) {
    Entry.Move entry = (Entry.Move) entries(move).getFirst();
    assertEquals(mayOverdraw, entry.mayOverdraw());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "move debt - cash * 2 from fund to cash          ! ''",
        "move gap from fund to cash                      ! ''",
        "move lent from fund to cash                     ! ''",
        "move 0.015 USD from fund to cash                ! R3441",
        "move raw from fund to cash                      ! R3441",
        "move debt * 10% from fund to cash               ! R3441",
        "move cents from fund to cash                    ! R3441",
        "move debt / 3 from fund to cash                 ! R3441",
        "move debt / 3 from fund to cash, in steps of 0.02 USD  ! ''",
        "move debt / 3 from fund to cash, in steps of 0.005 USD ! R3442",
        "move debt from cents to cents                   ! R3435",
        "for each loan: move held from loan.held to market.stock            ! ''",
        "for each loan: move market.lot * 3 from loan.held to market.stock  ! ''",
        "for each loan: move held * 0.5 from loan.held to market.stock      ! R3441",
        "for each loan: move floor(held / 2 to market.lot) from loan.held to market.stock  ! ''",
        "for each loan: move held / 2 from loan.held to market.stock, in steps of market.lot ! ''",
        "for each loan: move held from loan.held to cash                    ! R3200",
      })
  void amountsLieOnTheStepsOfBothEnds(String move, String codes) {
    assertEquals(codes, step(move));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "move 1 USD from fund to cash; move gap from fund to debt            ! R3443",
        "move 1 USD from fund to other; move gap from deep to cash           ! ''",
        "for each loan: move part from loan.size to cash                     ! ''",
        "for each loan: move all_of_it from fund to loan.size                ! R3445",
        "for each loan { move part from loan.size to cash; move part from fund to cash } ! R3445",
        "for each loan where lent > 0 ranked by lent while lent > 0:"
            + " move part from fund to loan.size, at most lent ! ''",
        "for each loan: for each other in loans: move part from loan.size to other.size  ! R3445",
        "set account.raw to gap; set account.raw to raw + 1 USD              ! R3443",
        "move 1 USD from fund to cash; share 5 USD from accounts.cash to fund by gap,"
            + " each at most gap, once ! ''",
      })
  void whatMayHaveChangedIsNamed(String entries, String codes) {
    assertEquals(codes, step(entries.replace("; ", "\n")));
  }

  @Test
  void fixedNamesAreReadFromTheirSlots() {
    Waterfall waterfall =
        with("""
            fix gap
            step one { move 1 USD from fund to cash }
            step two { move gap from fund to cash, at most gap }
        """)
            .whole()
            .waterfalls()
            .getFirst();
    Entry.Move move = (Entry.Move) waterfall.steps().get(1).entries().getFirst();
    assertEquals("gap", waterfall.fixed().getFirst().name());
    assertEquals(
        waterfall.fixed().getFirst().slot(),
        ((org.loadline.core.Expr.Local) move.amount().value()).slot());
    assertEquals(
        org.loadline.core.Expr.FactOf.class, move.amount().atMost().orElseThrow().getClass());
  }
}
