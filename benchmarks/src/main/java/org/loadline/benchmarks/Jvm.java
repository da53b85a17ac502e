package org.loadline.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What this process runs on. */
final class Jvm {
  /** What compiles Java. */
  static final String COMPILER =
      Optional.ofNullable(ManagementFactory.getCompilationMXBean())
          .map(CompilationMXBean::getName)
          .orElse("interpreted");

  private Jvm() {}

  static String describe() {
    return "Java "
        + Runtime.version()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors, "
        + String.join(
            ", ",
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(collector -> collector.getName())
                .toList());
  }

  /** {@return how many processes want a processor, over the last minute; negative if not known} */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
