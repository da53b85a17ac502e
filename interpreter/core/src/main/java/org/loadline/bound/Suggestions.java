package org.loadline.bound;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * "Did you mean": the known name that is nearest to a mistyped one.
 *
 * <p>Near means few letters added, left out, replaced or exchanged with their neighbour: at most
 * one for every three letters, two at the least for names of four letters and more. Names that
 * differ only in case are nearest of all. Ties go to the first name in alphabetical order.
 */
public final class Suggestions {
  private Suggestions() {}

  /** The known name nearest to {@code wrong}, if one is near enough. */
  public static Optional<String> nearest(String wrong, Collection<String> known) {
    int most = wrong.length() < 4 ? 1 : Math.max(2, wrong.length() / 3);
    return known.stream()
        .filter(name -> !name.equals(wrong))
        .filter(name -> Math.abs(name.length() - wrong.length()) <= most)
        .map(name -> new Candidate(name, distance(wrong, name)))
        .filter(candidate -> candidate.distance <= most)
        .min(Comparator.comparing(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /** The sentence for a hint, or {@code otherwise} if nothing is near. */
  public static String hint(String wrong, Collection<String> known, String otherwise) {
    return nearest(wrong, known).map(name -> "Did you mean `" + name + "`?").orElse(otherwise);
  }

  private record Candidate(String name, int distance) {}

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
