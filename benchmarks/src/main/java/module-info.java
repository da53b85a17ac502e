/** Policies, timed: Loadline beside programs written by hand. */
module org.loadline.benchmarks {
  requires static org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires jdk.jfr;
  requires jdk.management;
  requires jdk.unsupported;
  requires jmh.core;
  requires org.loadline.api;
  requires org.loadline.impact;
  requires org.loadline.snapshot;
  requires org.loadline.workload;

  opens org.loadline.benchmarks to
      com.fasterxml.jackson.databind,
      info.picocli;
  opens org.loadline.benchmarks.race to
      com.fasterxml.jackson.databind;
}
