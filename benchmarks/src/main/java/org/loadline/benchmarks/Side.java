package org.loadline.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a JVM compiles what it runs. Each kind needs a process of its own. */
enum Side {
  /** Java by C2, policies by Graal: as hosts run it. */
  USUAL("", true),
  /** Policies are not compiled: the fallback runtime of Truffle interprets them. */
  FALLBACK(", policies interpreted", false),
  /** Java by Graal too, so that both sides have the same compiler. */
  GRAAL(", Java by Graal", true, "-XX:+UseJVMCICompiler");

  /** What tables add to a size. */
  final String words;

  private final boolean compiling;
  private final List<String> flags;

  Side(String words, boolean compiling, String... flags) {
    this.words = words;
    this.compiling = compiling;
    this.flags = List.of(flags);
  }

  /** {@return the options of the JVM, for the four jars of the compiler in a folder} */
  List<String> options(Path modules) {
    List<String> options = new ArrayList<>();
    options.add("-XX:+UseSerialGC");
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("--sun-misc-unsafe-memory-access=allow");
    if (compiling) {
      options.add("-XX:+UnlockExperimentalVMOptions");
      options.add("-XX:+EnableJVMCI");
      options.add("--upgrade-module-path=" + modules);
    }
    options.addAll(flags);
    return options;
  }
}
