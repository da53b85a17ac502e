/** What a policy means, what differs between two of them, and what may change. */
module org.loadline.governance {
  requires static org.jspecify;
  requires transitive org.loadline.core;

  exports org.loadline.diff;
  exports org.loadline.mandate;
  exports org.loadline.meaning;
}
