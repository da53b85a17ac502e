package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.report.HistoryText;
import org.loadline.cli.report.ImpactJson;
import org.loadline.cli.report.ImpactText;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.ParamValues;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.impact.Along;
import org.loadline.impact.Gate;
import org.loadline.impact.Gates;
import org.loadline.impact.Impact;
import org.loadline.impact.Orders;
import org.loadline.impact.Plan;
import org.loadline.mandate.Guards;
import org.loadline.meaning.Subject;
import org.loadline.page.PlanPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a new policy would do on a book, next to the old one. */
@Command(
    name = "plan",
    description = {
      "Run two policies on the same book, and say what the new one changes, for whom, and why.",
      "Totals, outcomes, who comes over a line, who bears what is lost, whom it moves most and"
          + " which",
      "change is the cause."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline plan old.risk new.risk --snapshot book",
      "  loadline plan main:desk desk --snapshot book      the old policy as git has it",
      "  loadline plan old.risk new.risk --snapshot book --html plan.html",
      "  loadline plan old.risk new.risk --books history   over time, a book a folder",
      "  loadline plan old.risk new.risk --snapshot book --fail-if \"newly liquidatable > 5\"",
      "",
      "A gate of --fail-if is `newly NAME`, `total OUTPUT`, `shortfall`, `uncovered`, `faults` or",
      "`changed`, then `>`, `>=`, `<` or `<=` and a number. NAME is a waterfall, a member of a"
          + " choice",
      "or `liquidatable`: over any line. With a sign or `%%` the number is for the change:",
      "`total account.maintenance > +5%%`, `shortfall > +1_000 USD`.",
      "",
      LoadlineCommand.START,
      "",
      "Ends with 0 if no gate fails, 1 if one does, 2 if a gate cannot be read, 3 if a policy does",
      "not compile, 4 if a book cannot be used.",
    })
final class PlanCommand implements Callable<Integer> {
  private static final String CHANGED = "changed";
  private static final int STEPS = 5;

  private final LoadlineCommand top;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The policy as it is: a file, a folder, or `revision:path` of git.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The policy as it is to be.")
  private String now = "";

  @Mixin private BookOptions bookOptions = new BookOptions();

  @Mixin private GuardOptions guardOptions = new GuardOptions();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Another value for a param of both policies; may be repeated.")
  private List<String> params = List.of();

  @Option(
      names = "--fail-if",
      paramLabel = "GATE",
      description = "End with 1 if this holds; may be repeated.")
  private List<String> gates = List.of();

  @Option(
      names = "--sensitivity",
      paramLabel = "PARAM=LOW..HIGH:N",
      description =
          "Try the new policy at N steps between two values of a param; `changed`: from the old to"
              + " the new value of each that changes. May be repeated.")
  private List<String> sensitivities = List.of();

  @Option(names = "--no-waterfalls", description = "Run no waterfall.")
  private boolean noWaterfalls;

  @Option(names = "--no-attribution", description = "Do not say which change causes what.")
  private boolean noAttribution;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Orders of changes that are drawn where there are more than 8 (default:"
              + " ${DEFAULT-VALUE}).")
  private int orders = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What the orders are drawn with (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print a JSON document with every digit.")
  private boolean json;

  @Option(names = "--markdown", description = "Print a page in Markdown.")
  private boolean markdown;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write a page that needs nothing else; of several books the last in full.")
  private Optional<Path> html = Optional.empty();

  @Mixin private EngineOption engine = new EngineOption();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  PlanCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    int shared = threads.count();
    Refusal.unlessAtLeast(2, "--orders", orders);
    Timings timings = new Timings(top);
    EngineStart start = EngineStart.of(engine.chosen(), shared);
    Difference difference = timings.of("compile", this::difference);
    List<Gate> read = gates(difference);
    Guards guards = Guards.of(difference, guardOptions.history(difference.before()));
    Program effective = guards.effective();
    ParamValues before = params(difference.before(), effective);
    ParamValues after = params(effective, difference.before());
    List<Along> along = along(difference);
    List<Path> books = bookOptions.books(now, old);
    Evaluator evaluator = timings.of("start", start::evaluator);
    timings.say("engine    " + EngineStart.words(evaluator));
    List<Impact> impacts = new ArrayList<>();
    try (PlanProgress progress = new PlanProgress(top.console())) {
      Optional<Orders> drawn =
          noAttribution
              ? Optional.empty()
              : Optional.of(new Orders(Orders.USUAL.mostExact(), orders, seed));
      Plan.Asked asked = new Plan.Asked(!noWaterfalls, drawn, along);
      Plan plan = new Plan(guards, effective, before, after, evaluator, asked, progress);
      for (Path book : books) {
        impacts.add(timings.of("plan", () -> impact(plan, book)));
      }
    }
    List<Gate.Verdict> verdicts =
        impacts.stream().flatMap(i -> read.stream().map(g -> g.judge(i))).toList();
    print(impacts, verdicts);
    boolean failed = verdicts.stream().anyMatch(Gate.Verdict::failed);
    return (failed ? ExitCode.FAULTS : ExitCode.RESULTS).code();
  }

  private void print(List<Impact> impacts, List<Gate.Verdict> verdicts) throws IOException {
    html.ifPresent(file -> WholeFile.write(file, PlanPage.of(impacts, verdicts).html()));
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        ImpactJson.write(document, impacts, verdicts);
      }
      return;
    }
    if (markdown) {
      top.console().out().print(PlanPage.of(impacts, verdicts).markdown());
      return;
    }
    ImpactText text = new ImpactText(top.outInk(), top.console().width());
    List<String> lines =
        impacts.size() == 1
            ? text.of(impacts.getFirst())
            : new HistoryText(top.outInk(), top.console().width()).of(impacts);
    lines.forEach(top.console().out()::println);
    text.gates(verdicts).forEach(top.console().out()::println);
  }

  // ---- Policies

  private Difference difference() {
    return Difference.between(
        program(Versions.of(old).policy()), program(Versions.of(now).policy()));
  }

  private Program program(Versions versions) {
    Compilation compilation = versions.compile("");
    DiagnosticRenderer renderer = top.errRenderer();
    if (compilation.hasErrors()) {
      compilation.diagnostics().forEach(d -> top.console().err().println(renderer.render(d)));
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    if (compilation.library()) {
      throw Refusal.misuse(UseProblem.A_LIBRARY, "path", compilation.program().get().name());
    }
    return compilation.program().orElseThrow();
  }

  /** The values of one policy; what only the other has is its affair. */
  private ParamValues params(Program program, Program other) {
    List<String> own =
        params.stream().filter(text -> has(program, text) || !has(other, text)).toList();
    return new ParamArguments(program).values(own);
  }

  private static boolean has(Program program, String text) {
    String name = text.substring(0, Math.max(text.indexOf('='), 0)).strip();
    return program.params().stream().anyMatch(p -> p.ref().name().equals(name));
  }

  private List<Gate> gates(Difference difference) {
    List<Gate> all = new ArrayList<>();
    for (String text : gates) {
      switch (new Gates(difference).read(text)) {
        case Gates.Read.Good(Gate gate) -> all.add(gate);
        case Gates.Read.Wrong(var what) -> throw Refusal.misuse(what);
      }
    }
    return all;
  }

  private List<Along> along(Difference difference) {
    List<Along> all = new ArrayList<>();
    boolean page = html.isPresent() || markdown;
    List<String> asked = sensitivities.isEmpty() && page ? List.of(CHANGED) : sensitivities;
    for (String text : asked) {
      if (text.equals(CHANGED)) {
        all.addAll(Along.changed(difference, STEPS));
      } else {
        all.add(new AlongArgument(difference.after()).read(text));
      }
    }
    return all;
  }

  // ---- Books

  private Impact impact(Plan plan, Path path) {
    FileBook book = new FileBook(path, top);
    FileBook forNew = bookOptions.forNew().map(p -> new FileBook(p, top)).orElse(book);
    try {
      return plan.on(book, forNew);
    } catch (Plan.Unusable unusable) {
      FileBook wrong = unusable.isForNew() ? forNew : book;
      wrong.sayProblems();
      List<String> inputs = inputs(plan.guards().difference(), unusable.isForNew());
      if (inputs.isEmpty()) {
        throw new Ended(ExitCode.UNUSABLE_SNAPSHOT);
      }
      throw Refusal.of(
          ExitCode.UNUSABLE_SNAPSHOT,
          unusable.isForNew() ? PlanProblem.INPUTS_MISSING : PlanProblem.INPUTS_LEFT,
          "book",
          wrong.name(),
          "inputs",
          Words.listed(inputs));
    }
  }

  /** What only the new policy asks of a book, whichever way it then is in the way. */
  private static List<String> inputs(Difference difference, boolean forNew) {
    List<String> inputs = new ArrayList<>();
    for (Change change : difference.changes()) {
      Subject subject = change.subject();
      boolean data =
          subject.kind() == Subject.Kind.ENTITY || subject.kind() == Subject.Kind.SYSTEM_INPUT;
      switch (change.edit()) {
        case Edit.FieldAdded e when !forNew || e.mustBeGiven() ->
            inputs.add(subject.name() + "." + e.field().name());
        case Edit.FieldChanged e -> inputs.add(subject.name() + "." + e.after().name());
        case Edit.FieldRemoved e when forNew -> inputs.add(subject.name() + "." + e.field().name());
        case Edit.Added _ when data -> inputs.add(subject.name());
        default -> {}
      }
    }
    return inputs.stream().distinct().collect(Collectors.toList());
  }
}
