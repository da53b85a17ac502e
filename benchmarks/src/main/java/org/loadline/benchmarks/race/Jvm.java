package org.loadline.benchmarks.race;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** What this process runs on. */
public final class Jvm {
  /** What compiles Java. */
  public static final String COMPILER = isOn("UseJVMCICompiler") ? "Graal" : "C2";

  private Jvm() {}

  private static boolean isOn(String flag) {
    try {
      var options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return Boolean.parseBoolean(options.getVMOption(flag).getValue());
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  public static String describe() {
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
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
