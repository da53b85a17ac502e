/** The command line. */
module org.loadline.cli {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires org.loadline.api;
  requires org.loadline.snapshot;
  requires me.tongfei.progressbar;

  opens org.loadline.cli to
      info.picocli;
}
