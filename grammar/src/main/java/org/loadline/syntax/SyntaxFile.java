package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Source;

/** One file: its header and its declarations in the order written. */
public record SyntaxFile(Source source, Optional<Header> header, List<Declaration> declarations) {
  public SyntaxFile {
    declarations = List.copyOf(declarations);
  }
}
