package org.loadline.meaning;

import java.util.HashSet;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Header;
import org.loadline.syntax.SyntaxFile;

/**
 * What the texts of a program say that the program does not: which of them are the policy and those
 * that it refines, and whether these say what is reported. If none does, everything is.
 */
record Texts(Set<Source> policies, boolean reports) {
  Texts {
    policies = Set.copyOf(policies);
  }

  static Texts of(Program program) {
    Set<Source> policies = new HashSet<>();
    boolean reports = false;
    for (Source source : program.sources()) {
      SyntaxFile file = Parsing.parse(source, new DiagnosticSink());
      boolean isRoot = policies.isEmpty();
      if (isRoot || file.header().filter(h -> h.kind() == Header.Kind.POLICY).isPresent()) {
        policies.add(source);
        reports |= file.declarations().stream().anyMatch(Declaration.Report.class::isInstance);
      }
    }
    return new Texts(policies, reports);
  }
}
