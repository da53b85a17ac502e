package org.loadline.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** What came of holding a document against a policy, both as texts: a line for each thing off. */
record Held(List<String> lines, List<String> notes) {
  static Held of(String policy, String document) throws IOException {
    return of(policy, document, "cases.json");
  }

  static Held of(String policy, String document, String name) throws IOException {
    Program program = program(policy);
    Conformance conformance =
        new Conformance(
            BoundRule.of(Path.of("held.risk"), program), List.of(new ReferenceEvaluator()));
    List<String> lines = new ArrayList<>();
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = files.getPath("/" + name);
      Files.writeString(file, document);
      CaseFile cases = CaseFile.read(file);
      cases.problems().forEach(problem -> lines.add(problem.line()));
      for (PublishedCase published : cases.cases()) {
        CaseReport report = conformance.check(published, CaseFile.stem(file));
        report.problems().forEach(problem -> lines.add(published.id() + " " + problem.line()));
        for (Difference d : report.differences()) {
          lines.add(
              published.id()
                  + " "
                  + d.code().text()
                  + ": "
                  + d.field()
                  + " "
                  + d.expected()
                  + ", got "
                  + d.got());
        }
        if (report.passed()) {
          lines.add(published.id() + " passed");
        }
      }
    }
    return new Held(lines, conformance.neverThere().stream().map(CaseProblem::line).toList());
  }

  private static Program program(String policy) {
    DiagnosticSink sink = new DiagnosticSink();
    var bound = new PolicyReader().read(Source.of("held.risk", policy), sink);
    var program = Checking.check(bound, sink);
    assertEquals(
        List.of(),
        sink.diagnostics().stream().filter(Diagnostic::isError).map(Diagnostic::message).toList());
    return program.orElseThrow();
  }
}
