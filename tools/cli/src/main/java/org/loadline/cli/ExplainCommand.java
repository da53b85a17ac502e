package org.loadline.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.loadline.bound.Suggestions;
import org.loadline.cli.report.Definition;
import org.loadline.cli.report.DefinitionJson;
import org.loadline.cli.report.DefinitionTree;
import org.loadline.cli.report.Definitions;
import org.loadline.cli.report.DerivationJson;
import org.loadline.cli.report.DerivationTree;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.reference.Derivation;
import org.loadline.reference.Evaluation;
import org.loadline.reference.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how values of one row, or of the whole, came to be; or how the text defines them. */
@Command(
    name = "explain",
    description = "Show how the values of a row came to be.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline explain examples/perp-cross-margin --row account=7",
      "  loadline explain examples/perp-cross-margin --row account=7 --fact health --depth 6",
      "  loadline explain desk --row position=alice/BTC    a row within its parent",
      "  loadline explain desk --fact total_equity         a fact of the whole",
      "  loadline explain desk --no-run --fact health      how it is defined, without a snapshot",
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int SHALLOW = 1;

  private final LoadlineCommand top;

  @Mixin private PolicyRun run = new PolicyRun();

  @Option(
      names = "--row",
      paramLabel = "ENTITY=KEY",
      description = "Whose values: the entity and its key, the parent's first: position=alice/BTC.")
  private Optional<String> row = Optional.empty();

  @Option(
      names = "--fact",
      paramLabel = "FACT",
      description = "Which fact; without it, all that are reported.")
  private Optional<String> fact = Optional.empty();

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "How many facts deep to tell: by default 3, without --fact 1.")
  private Optional<Integer> depth = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "6",
      description =
          "How many rows of a sum, a least or another aggregate (default: ${DEFAULT-VALUE}).")
  private int rows = 6;

  @Option(
      names = "--no-run",
      description = "Tell how facts are defined, from the text alone: no snapshot is read.")
  private boolean unrun;

  @Option(names = "--json", description = "Print the derivation as JSON.")
  private boolean json;

  ExplainCommand(LoadlineCommand top) {
    this.top = top;
  }

  ExplainCommand(LoadlineCommand top, PlainLine line) {
    this.top = top;
    this.run = PolicyRun.of(line);
    this.row = line.value("--row");
    this.fact = line.value("--fact");
    this.json = line.has("--json");
  }

  @Override
  public Integer call() throws IOException {
    Refusal.unlessAtLeast(0, "--rows", rows);
    depth.ifPresent(deep -> Refusal.unlessAtLeast(0, "--depth", deep));
    if (unrun) {
      return define();
    }
    PolicyRun.Ready ready = run.ready(top, new Timings(top), List.of());
    Program program = ready.program();
    Optional<RowAt> at = row.map(text -> row(program, ready.snapshot(), text));
    List<FactRef> facts = facts(program, at);
    int deep = depth.orElse(fact.isPresent() ? 3 : SHALLOW);
    Derivation.Limits limits = new Derivation.Limits(deep, rows);
    Explanation explanation =
        new Explanation(new Evaluation(program, ready.snapshot(), ready.params()));
    List<Derivation> derivations = new ArrayList<>();
    for (FactRef ref : facts) {
      derivations.add(explanation.fact(ref, at, limits));
    }
    if (json) {
      print(derivations);
    } else {
      print(derivations, new DerivationTree(program, ready.snapshot(), top.outInk()), deep);
    }
    boolean sound = derivations.stream().noneMatch(Derivation::isFault);
    return (sound ? ExitCode.RESULTS : ExitCode.FAULTS).code();
  }

  private void print(List<Derivation> derivations) throws IOException {
    try (var document = JsonOutput.to(top.console())) {
      document.writeStartArray();
      for (Derivation derivation : derivations) {
        DerivationJson.write(document, derivation);
      }
      document.writeEndArray();
    }
  }

  private void print(List<Derivation> derivations, DerivationTree tree, int deep) {
    var out = top.console().out();
    for (Derivation derivation : derivations) {
      tree.lines(derivation).forEach(out::println);
      out.println();
    }
    if (tree.isCut()) {
      out.println(top.outInk().hint("Deeper:") + " --depth " + (deep + 1));
    }
  }

  private int define() throws IOException {
    if (row.isPresent()) {
      throw Refusal.misuse(UseProblem.ROW_WITHOUT_RUN, "row", row.get());
    }
    PolicyRun.Planned planned = run.planned(top, new Timings(top), true);
    Program program = planned.program();
    int deep = depth.orElse(fact.isPresent() ? 3 : SHALLOW);
    Definitions definitions = new Definitions(program, planned.params());
    List<Definition> told =
        defined(program).stream().map(ref -> definitions.fact(ref, deep)).toList();
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        document.writeStartArray();
        for (Definition definition : told) {
          DefinitionJson.write(document, definition);
        }
        document.writeEndArray();
      }
      return ExitCode.RESULTS.code();
    }
    DefinitionTree tree = new DefinitionTree(program, top.outInk());
    var out = top.console().out();
    for (Definition definition : told) {
      tree.lines(definition).forEach(out::println);
      out.println();
    }
    if (tree.isCut()) {
      out.println(top.outInk().hint("Deeper:") + " --depth " + (deep + 1));
    }
    return ExitCode.RESULTS.code();
  }

  /** The facts of that name, of whatever entity; without a name all that are reported. */
  private List<FactRef> defined(Program program) {
    if (fact.isEmpty()) {
      int own = program.outputs().size() - program.properties().size();
      return program.outputs().subList(0, own).stream().map(Output::fact).toList();
    }
    String name = fact.get();
    List<Fact> all =
        program.facts().subList(0, program.facts().size() - program.properties().size());
    List<FactRef> found =
        all.stream()
            .filter(f -> f.origin() != Fact.Origin.LOCAL)
            .filter(f -> f.name().equals(name) || fullName(f).equals(name))
            .map(Fact::ref)
            .toList();
    if (found.isEmpty()) {
      List<String> known = facts(program).stream().map(ExplainCommand::fullName).toList();
      throw Refusal.misuse(
          UseProblem.NO_FACT_TO_INSPECT,
          "policy",
          program.name(),
          "name",
          name,
          "known",
          Suggestions.hint(name, known, "Its facts are " + Words.listed(known) + "."));
    }
    return found;
  }

  private static String fullName(Fact fact) {
    return fact.owner().map(o -> o.name() + ".").orElse("") + fact.name();
  }

  /** The row that `--row` names. */
  static RowAt row(Program program, Snapshot snapshot, String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw Refusal.misuse(UseProblem.ROW_FORM, "text", text);
    }
    EntityRef entity = entity(program, text.substring(0, equals).strip());
    String key = text.substring(equals + 1).strip();
    List<String> keys =
        IntStream.range(0, snapshot.rowCount(entity))
            .mapToObj(at -> snapshot.identity(entity, at))
            .toList();
    int at = keys.indexOf(key);
    if (at < 0) {
      String some = keys.isEmpty() ? "It has no such rows." : "There is " + Words.few(keys) + ".";
      throw Refusal.misuse(
          UseProblem.NO_SUCH_ROW,
          "entity",
          entity.name(),
          "key",
          key,
          "known",
          Suggestions.hint(key, keys, some));
    }
    return new RowAt(entity, at);
  }

  private static EntityRef entity(Program program, String name) {
    return program
        .entity(name)
        .map(Entity::ref)
        .orElseThrow(
            () -> {
              List<String> names =
                  program.entities().stream().filter(e -> !e.written()).map(Entity::name).toList();
              return Refusal.misuse(
                  UseProblem.NO_SUCH_ENTITY,
                  "policy",
                  program.name(),
                  "name",
                  name,
                  "known",
                  Suggestions.hint(name, names, "Its entities are " + Words.listed(names) + "."));
            });
  }

  private List<FactRef> facts(Program program, Optional<RowAt> at) {
    Optional<EntityRef> owner = at.map(RowAt::entity);
    if (fact.isPresent()) {
      return List.of(named(program, owner, fact.get()));
    }
    int own = program.outputs().size() - program.properties().size();
    List<FactRef> reported =
        program.outputs().subList(0, own).stream()
            .filter(output -> output.owner().equals(owner))
            .map(Output::fact)
            .toList();
    if (!reported.isEmpty()) {
      return reported;
    }
    List<FactRef> all =
        facts(program).stream().filter(f -> f.owner().equals(owner)).map(Fact::ref).toList();
    if (all.isEmpty()) {
      throw Refusal.misuse(
          UseProblem.NOTHING_TO_EXPLAIN,
          "owner",
          owner.map(o -> "A row of `" + o + "`").orElse("The whole"));
    }
    return all;
  }

  private static List<Fact> facts(Program program) {
    return program.facts().subList(0, program.facts().size() - program.properties().size()).stream()
        .filter(f -> f.origin() == Fact.Origin.FACT && f.parameters().isEmpty())
        .toList();
  }

  private static FactRef named(Program program, Optional<EntityRef> owner, String text) {
    String prefix = owner.map(o -> o.name() + ".").orElse("");
    String name = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    List<Fact> called = facts(program).stream().filter(f -> f.name().equals(name)).toList();
    Optional<Fact> found = called.stream().filter(f -> f.owner().equals(owner)).findFirst();
    if (found.isPresent()) {
      return found.get().ref();
    }
    if (owner.isEmpty() && !called.isEmpty()) {
      String entity = called.getFirst().owner().orElseThrow().name();
      throw Refusal.misuse(UseProblem.ROW_NEEDED, "name", name, "entity", entity);
    }
    List<String> known =
        facts(program).stream().filter(f -> f.owner().equals(owner)).map(Fact::name).toList();
    throw Refusal.misuse(
        UseProblem.NO_FACT_OF_ROW,
        "owner",
        owner.map(o -> "A row of `" + o + "`").orElse("The whole"),
        "name",
        name,
        "known",
        Suggestions.hint(name, known, "Its facts are " + Words.listed(known) + "."));
  }
}
