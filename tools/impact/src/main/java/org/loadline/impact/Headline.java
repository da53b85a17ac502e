package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import org.loadline.values.Exact;

/** What a plan says first: a few sentences with the numbers that matter most. */
public final class Headline {
  /** Numbers are said to so many places. */
  private static final int PLACES = 2;

  private Headline() {}

  /** The sentences, each with its full stop; what nothing happens to is not mentioned. */
  public static List<String> of(Impact impact) {
    List<String> said = new ArrayList<>();
    impact.totals().stream()
        .filter(t -> t.shift().filter(Shift::isChanged).isPresent())
        .limit(2)
        .forEach(t -> said.add(total(t)));
    impact.crossings().forEach(c -> crossing(c, said));
    if (impact.crossings().isEmpty()) {
      impact.outcomes().stream().filter(o -> o.moved() > 0).forEach(o -> said.add(moved(o)));
    }
    for (Bearing bearing : impact.bearings()) {
      bearing.loss().ifPresent(loss -> loss(loss, said));
    }
    int before = impact.rows().stream().mapToInt(RowCount::faultsBefore).sum();
    int after = impact.rows().stream().mapToInt(RowCount::faultsAfter).sum();
    if (before != after) {
      said.add(rows(after) + " come to a fault, before " + before + ".");
    }
    if (said.isEmpty()) {
      int changed = impact.rows().stream().mapToInt(RowCount::changed).sum();
      said.add(
          changed == 0
              ? "Nothing that is reported changes on this book."
              : rows(changed) + " change, and no total does.");
    }
    return said;
  }

  private static String total(Total total) {
    Shift shift = total.shift().orElseThrow();
    String what = total.kind() == Total.Kind.MEAN ? "Mean " + total.name() : total.name();
    String unit = total.unit().isEmpty() ? "" : " " + total.unit();
    return what
        + (shift.change().signum() > 0 ? " rises by " : " falls by ")
        + Figures.plain(shift.change().abs(), PLACES)
        + unit
        + shift.relative().map(r -> " (" + Figures.percent(r) + ")").orElse("")
        + ".";
  }

  private static void crossing(Crossing crossing, List<String> said) {
    int newly = crossing.newly().count();
    int back = crossing.noLonger().count();
    if (newly + back == 0) {
      return;
    }
    String start =
        rows(newly)
            + " of "
            + crossing.entity()
            + (newly == 1 ? " comes" : " come")
            + " over the line of "
            + crossing.waterfall();
    said.add(
        start
            + (back == 0
                ? "."
                : ", " + back + (back == 1 ? " is" : " are") + " no longer over it."));
  }

  private static String moved(Outcomes outcomes) {
    int moved = outcomes.moved();
    return rows(moved) + (moved == 1 ? " has" : " have") + " another " + outcomes.name() + ".";
  }

  private static void loss(Bearing.Loss loss, List<String> said) {
    String unit = loss.unit().isEmpty() ? "" : " " + loss.unit();
    if (loss.loss().isChanged()) {
      said.add(
          "Expected "
              + loss.fact()
              + " goes from "
              + number(loss.loss().before())
              + " to "
              + number(loss.loss().after())
              + unit
              + ".");
      return;
    }
    boolean others = loss.steps().stream().anyMatch(s -> s.amount().isChanged());
    if (others || loss.left().isChanged()) {
      said.add(
          "Expected "
              + loss.fact()
              + " stays "
              + number(loss.loss().after())
              + unit
              + ", borne by others.");
    }
  }

  private static String number(Exact number) {
    return Figures.plain(number, PLACES);
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
