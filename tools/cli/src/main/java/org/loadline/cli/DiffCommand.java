package org.loadline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.report.DiffText;
import org.loadline.core.Program;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what differs in meaning between two policies. */
@Command(
    name = "diff",
    description = {
      "Say what differs in meaning between two policies: values, cells, formulas, steps, what the",
      "host must supply; which way each change goes, and which reported facts it can reach."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline diff old.risk new.risk             two files, with what they import",
      "  loadline diff old new                       two folders: policies matched by their paths",
      "  loadline diff main:desk/limits.risk desk/limits.risk",
      "  loadline diff HEAD~1:desk HEAD:desk         as git had it; paths are from its top",
      "  loadline diff old.risk new.risk --only params",
      "",
      "Layout, comments, the order of definitions and the names of locals are no difference.",
      "Ends with 0 if there is none, 1 if there is one, 3 if a policy does not compile.",
    })
final class DiffCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The policy as it was: a file, a folder, or `revision:path` of git.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The policy as it is to be.")
  private String now = "";

  @Option(
      names = "--only",
      paramLabel = "KIND",
      description =
          "Only changes of a kind: params, tables, rules, waterfalls, data, reports, checks,"
              + " governance; may be repeated.")
  private Set<Section> only = Set.of();

  @Option(names = "--stat", description = "Only how many changes there are of each kind.")
  private boolean stat;

  private ExitCode exit = ExitCode.RESULTS;

  DiffCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    Versions before = Versions.of(old);
    Versions after = Versions.of(now);
    if (before.isFolder() != after.isFolder()) {
      before = before.policy();
      after = after.policy();
    }
    compare(before, after);
    return exit.code();
  }

  private void compare(Versions before, Versions after) {
    Difference difference =
        Difference.between(program(before.compile("")), program(after.compile("")));
    show(difference);
  }

  private Program program(Compilation compilation) {
    if (compilation.hasErrors()) {
      DiagnosticRenderer renderer = top.errRenderer();
      compilation.diagnostics().forEach(d -> top.console().err().println(renderer.render(d)));
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    return compilation.program().orElseThrow();
  }

  private void show(Difference difference) {
    List<Change> changes =
        difference.changes().stream()
            .filter(c -> only.isEmpty() || only.contains(Section.of(c.subject())))
            .toList();
    var out = top.console().out();
    out.println(
        top.outInk().strong(difference.after().name())
            + ": "
            + DiffText.summary(difference, changes));
    if (!changes.isEmpty()) {
      exit = ExitCode.FAULTS;
      new DiffText(top.outInk(), top.console().width()).of(changes).forEach(out::println);
    }
  }
}
