/** Snapshots as columns, results and faults. */
module org.loadline.data {
  requires static org.jspecify;
  requires transitive org.loadline.core;

  exports org.loadline.data;
  exports org.loadline.sweep;

  uses org.loadline.data.RowFormulas;
}
