/** Snapshots in and out of CSV and JSON. */
module org.loadline.snapshot {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires de.siegmar.fastcsv;
  requires transitive org.loadline.data;

  exports org.loadline.snapshot;

  uses org.loadline.snapshot.TableFormat;
}
