package org.loadline.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** A part of the benchmarks that can be asked for by itself. */
enum Section {
  WORKLOAD,
  LENDING,
  SCENARIOS,
  SOLVE,
  ORDERED,
  LARGE,
  TICKS,
  SWEEP,
  PLAN,
  THREADS,
  START_UP,
  COLD,
  MEMORY,
  ARITHMETIC;

  /** {@return the one that is called so on the command line} */
  static Section named(String word) {
    return Arrays.stream(values())
        .filter(section -> section.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "There is no section `"
                        + word
                        + "`; there are "
                        + Arrays.stream(values()).map(Section::toString).collect(joining(", "))
                        + "."));
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
