/** A generated snapshot of cross-margined perpetuals whose answers are published. */
module org.loadline.workload {
  requires static org.jspecify;

  exports org.loadline.workload;
}
