package org.loadline.benchmarks.race;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingStream;

/** Sees which compiler the JVM really uses for some packages: a flag alone proves nothing. */
public final class CompilerWatch implements AutoCloseable {
  private static final String EVENT = "jdk.Compilation";
  private static final int OPTIMISED = 4;

  private final RecordingStream stream = new RecordingStream();
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final String packages;

  private CompilerWatch(String packages) {
    this.packages = packages;
    stream.enable(EVENT).withThreshold(Duration.ZERO);
    stream.onEvent(EVENT, this::see);
  }

  /** Watches from now on, all packages whose names begin so. */
  public static CompilerWatch start(String packages) {
    CompilerWatch watch = new CompilerWatch(packages);
    watch.stream.startAsync();
    return watch;
  }

  private void see(RecordedEvent event) {
    RecordedMethod method = event.getValue("method");
    if (event.getInt("compileLevel") == OPTIMISED
        && method.getType().getName().startsWith(packages)) {
      seen.add(event.getString("compiler").equals("jvmci") ? "Graal" : "C2");
    }
  }

  /** Ends the watch; if it saw another compiler than this one, or none, that is an error. */
  public void require(String compiler) {
    stream.stop();
    if (!seen.equals(Set.of(compiler))) {
      throw new IllegalStateException(
          "Java should have been compiled by " + compiler + " and was by " + seen + ".");
    }
  }

  @Override
  public void close() {
    stream.close();
  }
}
