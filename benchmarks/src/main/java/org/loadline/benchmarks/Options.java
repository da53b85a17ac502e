package org.loadline.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for; what it cannot ask is an {@link IllegalArgumentException} that
 * says so.
 */
record Options(Path policy, List<Integer> accounts, int rounds, Optional<Path> json) {
  static final String USAGE =
      "Usage: benchmarks/run [--accounts N,…] [--rounds R] [--json FILE] [--policy FILE]";

  private static final int ROUNDS = 11;

  static Options of(List<String> words) {
    Path policy = Path.of("examples/perp-cross-margin/policy.risk");
    List<Integer> accounts = Published.sizes();
    int rounds = ROUNDS;
    Optional<Path> json = Optional.empty();
    for (int i = 0; i < words.size(); i += 2) {
      String option = words.get(i);
      if (i + 1 == words.size()) {
        throw new IllegalArgumentException("A value is missing after `" + option + "`.");
      }
      String value = words.get(i + 1);
      switch (option) {
        case "--policy" -> policy = Path.of(value);
        case "--accounts" -> accounts = sizes(value);
        case "--rounds" -> rounds = count(option, value);
        case "--json" -> json = Optional.of(Path.of(value));
        default -> throw new IllegalArgumentException("There is no option `" + option + "`.");
      }
    }
    return new Options(policy, accounts, rounds, json);
  }

  private static List<Integer> sizes(String value) {
    List<Integer> sizes =
        Arrays.stream(value.split(",", -1)).map(size -> count("--accounts", size)).toList();
    for (int size : sizes) {
      if (Published.of(size).isEmpty()) {
        throw new IllegalArgumentException(
            "Answers are published for " + Published.sizes() + " accounts, not for " + size + ".");
      }
    }
    return sizes;
  }

  private static int count(String option, String value) {
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "`" + option + "` takes whole numbers above zero, not `" + value + "`.");
    }
    return Integer.parseInt(value);
  }
}
