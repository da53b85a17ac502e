/** Meaning without running: names resolved, types and units checked, the typed program. */
module org.loadline.core {
  requires static org.jspecify;
  requires transitive org.loadline.grammar;
  requires transitive org.loadline.values;
}
