package org.loadline.cli;

import java.util.concurrent.Callable;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.render.Ink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a subcommand, and the options that every subcommand has. */
@Command(
    name = "loadline",
    description = "Checks, runs, tests and explains margin policies written in .risk files.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:results, and nothing is wrong",
      " 1:results with something wrong: faults, broken properties, failing tests, differences,"
          + " failed gates",
      " 2:the command is misused",
      " 3:a policy does not compile",
      " 4:the snapshot cannot be used",
      " 5:Loadline could not start",
      "70:a fault of Loadline itself",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline run examples/perp-cross-margin",
      "  loadline check desk/limits.risk",
      "  loadline explain examples/perp-cross-margin --row account=7",
    })
final class LoadlineCommand implements Callable<Integer> {
  /** What the start-up script takes for itself, in the help of commands that run policies. */
  static final String START =
      "Policies are compiled while they run if the snapshot is large; --jit and --no-jit decide"
          + " it.";

  private final Console console;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version, of Java too; with --verbose, of the engine.")
  private boolean version;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Say on standard error what is done and how long it takes.")
  private boolean verbose;

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      description = "Colour the output; by default on a terminal, unless NO_COLOR is set.")
  private Console.Colour colour = Console.Colour.AUTO;

  LoadlineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    throw Refusal.misuse(
        UseProblem.UNKNOWN_ARGUMENT,
        "said",
        "A command is missing",
        "hint",
        "See `loadline --help`.");
  }

  Console console() {
    return console;
  }

  boolean isVerbose() {
    return verbose;
  }

  void beVerbose() {
    verbose = true;
  }

  Ink outInk() {
    return console.outInk(colour);
  }

  Ink errInk() {
    return console.errInk(colour);
  }

  DiagnosticRenderer outRenderer() {
    return new DiagnosticRenderer(outInk(), console.width());
  }

  DiagnosticRenderer errRenderer() {
    return new DiagnosticRenderer(errInk(), console.width());
  }

  /** Says why a command ends. */
  void refuse(Refusal refusal) {
    console.err().print(errRenderer().render(refusal.what()));
  }
}
