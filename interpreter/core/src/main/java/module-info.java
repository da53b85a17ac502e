/** Meaning without running: names resolved, types and units checked, the typed program. */
module org.loadline.core {
  requires static org.jspecify;
  requires transitive org.loadline.grammar;
  requires transitive org.loadline.values;

  exports org.loadline.bound;
  exports org.loadline.check;
  exports org.loadline.core;
  exports org.loadline.model;
}
