/** The command line. */
module org.loadline.cli {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires io.github.javadiffutils;
  requires me.tongfei.progressbar;
  requires org.loadline.api;
  requires org.loadline.conform;
  requires org.loadline.evidence;
  requires org.loadline.governance;
  requires org.loadline.impact;
  requires org.loadline.pages;
  requires org.loadline.parameters;
  requires org.loadline.snapshot;

  opens org.loadline.cli to
      info.picocli;
}
