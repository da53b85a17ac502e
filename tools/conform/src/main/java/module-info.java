/** Published cases of rules, held against policies. */
module org.loadline.conform {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive org.loadline.reference;

  exports org.loadline.conform;
}
