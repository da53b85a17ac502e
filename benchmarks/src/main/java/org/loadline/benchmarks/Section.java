package org.loadline.benchmarks;

import java.util.Locale;

/** A part of the benchmarks that can be asked for by itself. */
enum Section {
  WORKLOAD,
  LENDING,
  LARGE,
  THREADS,
  START_UP,
  COLD,
  ARITHMETIC;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
