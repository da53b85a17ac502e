package org.loadline.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A command line so plain that no description of the command is needed to understand it.
 *
 * <p>Reading the description of a command from its annotations takes longer than checking a policy.
 * So the commands that are run all the time say here which of their options are understood without
 * it; a line with anything else in it, or with anything twice, is left to the description.
 */
final class PlainLine {
  private final Set<String> flags = new HashSet<>();
  private final Map<String, String> values = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private PlainLine() {}

  /** The command, ready to be called; empty where the line has to be read with all care. */
  static Optional<Callable<Integer>> command(LoadlineCommand top, String... arguments) {
    return switch (arguments.length == 0 ? "" : arguments[0]) {
      case "check" ->
          of(arguments, Set.of("--json"), Set.of(), Integer.MAX_VALUE)
              .map(line -> new CheckCommand(line.in(top), line));
      case "test" ->
          of(arguments, Set.of("--json"), Set.of(), Integer.MAX_VALUE)
              .map(line -> new TestCommand(line.in(top), line));
      case "run" ->
          of(arguments, Set.of("--no-waterfalls"), Set.of("--snapshot", "--limit"), 1)
              .map(line -> new RunCommand(line.in(top), line));
      case "explain" ->
          of(arguments, Set.of("--json"), Set.of("--snapshot", "--row", "--fact"), 1)
              .map(line -> new ExplainCommand(line.in(top), line));
      default -> Optional.empty();
    };
  }

  /**
   * Takes a line to pieces.
   *
   * @param most the most words that may stand there besides the options; one has to
   */
  private static Optional<PlainLine> of(
      String[] arguments, Set<String> flags, Set<String> valued, int most) {
    PlainLine line = new PlainLine();
    for (int i = 1; i < arguments.length; i++) {
      String word = arguments[i];
      int equals = word.indexOf('=');
      if (isPlain(word)) {
        line.words.add(word);
      } else if (word.equals("--verbose") || flags.contains(word)) {
        if (!line.flags.add(word)) {
          return Optional.empty();
        }
      } else {
        boolean together = equals >= 0;
        String name = together ? word.substring(0, equals) : word;
        String value =
            together ? word.substring(equals + 1) : ++i < arguments.length ? arguments[i] : "";
        if (!valued.contains(name)
            || !isPlain(value)
            || name.equals("--limit") && !value.matches("[0-9]{1,9}")
            || line.values.put(name, value) != null) {
          return Optional.empty();
        }
      }
    }
    return line.words.isEmpty() || line.words.size() > most ? Optional.empty() : Optional.of(line);
  }

  /** Whether a word is no option, no file of further words, and not to be unquoted. */
  private static boolean isPlain(String word) {
    return !word.isEmpty() && "-@\"'".indexOf(word.charAt(0)) < 0;
  }

  private LoadlineCommand in(LoadlineCommand top) {
    if (has("--verbose")) {
      top.beVerbose();
    }
    return top;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** What stands there besides the options. */
  List<String> words() {
    return words;
  }
}
