/** Two policies on the same books: what changes, for whom, by how much, and because of what. */
module org.loadline.impact {
  requires static org.jspecify;
  requires transitive org.loadline.governance;
  requires transitive org.loadline.reference;

  exports org.loadline.impact;
}
