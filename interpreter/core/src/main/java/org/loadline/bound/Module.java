package org.loadline.bound;

import java.util.List;
import org.loadline.source.Source;
import org.loadline.syntax.SyntaxFile;

/**
 * One file of a policy: the policy itself, or a library that it imports.
 *
 * <p>{@code imports} holds the names of the modules that it imports and that could be read.
 */
public record Module(String name, SyntaxFile file, List<String> imports) {
  public Module {
    imports = List.copyOf(imports);
  }

  public Source source() {
    return file.source();
  }
}
