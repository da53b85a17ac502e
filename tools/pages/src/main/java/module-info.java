/** Differences and plans as self-contained pages and as Markdown. */
module org.loadline.pages {
  requires static org.jspecify;
  requires transitive org.loadline.governance;
  requires transitive org.loadline.impact;

  exports org.loadline.page;
  exports org.loadline.page.kit;
}
