/** The public Java API: compile once, evaluate many times, from any thread. */
module org.loadline.api {
  requires static org.jspecify;
  requires transitive org.loadline.engine;
  requires org.loadline.stdlib;

  exports org.loadline.api;
}
