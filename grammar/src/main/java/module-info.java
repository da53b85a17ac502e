/** Text to syntax: sources, spans and diagnostics; lexer, layout and parser; the syntax tree. */
module org.loadline.grammar {
  requires static org.jspecify;
  requires org.antlr.antlr4.runtime;

  exports org.loadline.format;
  exports org.loadline.parser;
  exports org.loadline.source;
  exports org.loadline.syntax;
}
