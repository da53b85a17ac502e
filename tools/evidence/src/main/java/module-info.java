/** Receipts of runs, certificates and solvency statements, and whether they hold. */
module org.loadline.evidence {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive org.loadline.data;
  requires transitive org.loadline.governance;

  exports org.loadline.evidence;
}
