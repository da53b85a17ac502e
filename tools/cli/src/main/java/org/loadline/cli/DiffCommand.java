package org.loadline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.loadline.cli.render.Ink;
import org.loadline.cli.report.DiffJson;
import org.loadline.cli.report.DiffText;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Section;
import org.loadline.page.DiffPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what differs in meaning between two policies. */
@Command(
    name = "diff",
    description = {
      "Say what differs in meaning between two policies, and which way each change goes.",
      "Values, cells, formulas, steps, what the host must supply; and which reported facts each",
      "change can reach."
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

  @Option(names = "--json", description = "Print the changes as JSON.")
  private boolean json;

  @Option(names = "--markdown", description = "Print a page in Markdown.")
  private boolean markdown;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page in HTML, which needs no other file.")
  private Optional<Path> html = Optional.empty();

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
    PolicyPairs pairs = PolicyPairs.of(before, after);
    pairs.diagnostics().forEach(d -> top.console().err().println(top.errRenderer().render(d)));
    List<Told> told = pairs.both().stream().map(this::told).toList();
    boolean sides = !(pairs.gone().isEmpty() && pairs.added().isEmpty());
    boolean differs =
        told.stream().anyMatch(t -> !t.changes().isEmpty()) || (only.isEmpty() && sides);
    html.ifPresent(file -> writePages(told, file));
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        write(document, pairs, told);
      }
    } else if (markdown) {
      told.forEach(one -> top.console().out().print(DiffPage.of(one.shown()).markdown()));
    } else {
      print(pairs, told, before.isFolder());
    }
    ExitCode exit = differs ? ExitCode.FAULTS : ExitCode.RESULTS;
    return (pairs.areWhole() ? exit : ExitCode.NOT_COMPILED).code();
  }

  /** A difference and those of its changes that are asked for. */
  private record Told(String name, Difference difference, List<Change> changes) {
    Difference shown() {
      return new Difference(difference.before(), difference.after(), changes);
    }
  }

  private Told told(PolicyPairs.Pair pair) {
    Difference difference = Difference.between(pair.before(), pair.after());
    return new Told(
        pair.name(),
        difference,
        difference.changes().stream()
            .filter(c -> only.isEmpty() || only.contains(Section.of(c.subject())))
            .toList());
  }

  /** A page is of two policies. */
  private static void writePages(List<Told> told, Path file) {
    if (told.size() != 1) {
      throw Refusal.misuse(DiffProblem.NOT_ONE_PAGE, "count", String.valueOf(told.size()));
    }
    WholeFile.write(file, DiffPage.of(told.getFirst().shown()).html());
  }

  private void print(PolicyPairs pairs, List<Told> told, boolean folder) {
    var out = top.console().out();
    Ink ink = top.outInk();
    List<Told> differing =
        told.stream().filter(one -> !folder || !one.changes().isEmpty()).toList();
    for (Told one : differing) {
      String name = folder ? one.name() : one.difference().after().name();
      out.println(ink.strong(name) + ": " + DiffText.summary(one.changes()));
      if (stat) {
        DiffText.counts(one.changes()).forEach(out::println);
      } else {
        new DiffText(ink, top.console().width()).of(one.changes()).forEach(out::println);
      }
      if (folder && !stat) {
        out.println();
      }
    }
    if (only.isEmpty()) {
      pairs.gone().forEach(name -> out.println(ink.strong(name) + ": only in " + old));
      pairs.added().forEach(name -> out.println(ink.strong(name) + ": only in " + now));
    }
    if (folder) {
      out.println(
          Counts.of(told.size(), "policy", "policies")
              + " in both, "
              + differing.size()
              + (differing.size() == 1 ? " differs" : " differ"));
    }
  }

  private void write(JsonGenerator document, PolicyPairs pairs, List<Told> told)
      throws IOException {
    document.writeStartObject();
    document.writeArrayFieldStart("policies");
    for (Told one : told) {
      document.writeStartObject();
      if (!one.name().isEmpty()) {
        document.writeStringField("file", one.name());
      }
      new DiffJson(document).write(one.difference(), one.changes());
      document.writeEndObject();
    }
    document.writeEndArray();
    names(document, "only_old", pairs.gone());
    names(document, "only_new", pairs.added());
    document.writeEndObject();
  }

  private static void names(JsonGenerator document, String field, List<String> names)
      throws IOException {
    document.writeArrayFieldStart(field);
    for (String name : names) {
      document.writeString(name);
    }
    document.writeEndArray();
  }
}
