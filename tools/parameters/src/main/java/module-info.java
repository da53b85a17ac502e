/** Parameter snapshots of protocols, read as the params of a policy. */
module org.loadline.parameters {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive org.loadline.governance;
}
