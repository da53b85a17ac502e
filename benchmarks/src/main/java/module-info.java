/** The published workload, timed: Loadline beside programs written by hand. */
module org.loadline.benchmarks {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires java.management;
  requires org.loadline.api;
  requires org.loadline.snapshot;
  requires org.loadline.workload;
}
