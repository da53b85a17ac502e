package org.loadline.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.loadline.bound.Suggestions;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.data.SearchBeyondLimit;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The entry point of the command line.
 *
 * <p>Every way a command can end is an {@link ExitCode}: a {@link Refusal} says which, and whatever
 * else is thrown is a fault of ours.
 */
public final class Main {
  /** How picocli lists what an option takes. */
  private static final Pattern WORDS = Pattern.compile("\\[([A-Z, ]+)] \\(case-insensitive\\)");

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    int code = run(console, arguments);
    console.flush();
    Runtime.getRuntime().exit(console.lost().map(why -> lost(console, why)).orElse(code));
  }

  /** Runs one command. */
  static int run(Console console, String... arguments) {
    LoadlineCommand top = new LoadlineCommand(console);
    try {
      Optional<Callable<Integer>> plain = PlainLine.command(top, arguments);
      return plain.isPresent() ? call(plain.get(), top) : line(top, arguments).execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError | AssertionError beyond) {
      return ended(beyond, top);
    }
  }

  private static int call(Callable<Integer> command, LoadlineCommand top) {
    try {
      return command.call();
    } catch (Exception e) {
      return ended(e, top);
    }
  }

  /** What understands any line of arguments, and says what is wrong with one. */
  static CommandLine line(LoadlineCommand top, String... arguments) {
    Console console = top.console();
    CommandLine line = new CommandLine(top);
    commands(top, arguments).forEach(command -> line.addSubcommand(command.get()));
    line.getCommandSpec().versionProvider(new Version(top));
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    Ansi ansi = console.outInk(Console.Colour.AUTO) == Ink.COLOURED ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    line.setParameterExceptionHandler((e, given) -> misuse(e, top));
    line.setExecutionExceptionHandler((e, command, parsed) -> ended(e, top));
    return line;
  }

  /**
   * The command that is asked for, as its options take long to read; all of them where that is none
   * of them, for help or to guess what was meant.
   */
  private static Collection<Supplier<Object>> commands(LoadlineCommand top, String[] arguments) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("check", () -> new CheckCommand(top));
    all.put("fmt", () -> new FmtCommand(top));
    all.put("run", () -> new RunCommand(top));
    all.put("simulate", () -> new SimulateCommand(top));
    all.put("test", () -> new TestCommand(top));
    all.put("conform", () -> new ConformCommand(top));
    all.put("diff", () -> new DiffCommand(top));
    all.put("plan", () -> new PlanCommand(top));
    all.put("hash", () -> new HashCommand(top));
    all.put("lock", () -> new LockCommand(top));
    all.put("certify", () -> new CertifyCommand(top));
    all.put("verify", () -> new VerifyCommand(top));
    all.put("prove", () -> new ProveCommand(top));
    all.put("solvency", () -> new SolvencyCommand(top));
    all.put("keys", () -> new KeysCommand(top));
    all.put("parameters", () -> new ParametersCommand(top));
    all.put("explain", () -> new ExplainCommand(top));
    all.put("inspect", () -> new InspectCommand(top));
    all.put("bench", () -> new BenchCommand(top));
    String asked = arguments.length == 0 ? "" : arguments[0];
    return all.containsKey(asked) ? List.of(all.get(asked)) : all.values();
  }

  private static int lost(Console console, String why) {
    LoadlineCommand top = new LoadlineCommand(console);
    Refusal refusal = Refusal.misuse(UseProblem.RESULTS_LOST, "reason", why);
    top.refuse(refusal);
    console.flush();
    return refusal.exit().code();
  }

  private static int misuse(ParameterException e, LoadlineCommand top) {
    Refusal refusal = e instanceof UnmatchedArgumentException u ? unknown(u) : unusable(e);
    top.refuse(refusal);
    return refusal.exit().code();
  }

  private static Refusal unknown(UnmatchedArgumentException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String word = e.getUnmatched().getFirst().replaceFirst("=.*", "");
    boolean option = word.startsWith("-");
    Collection<String> known =
        option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
    String what =
        option
            ? "There is no option `" + word + "`"
            : known.isEmpty()
                ? "`" + name + "` has no use for `" + word + "`"
                : "There is no command `" + word + "`";
    return Refusal.misuse(
        UseProblem.UNKNOWN_ARGUMENT,
        "said",
        what,
        "hint",
        Suggestions.hint(word, known, "See `" + name + " --help`."));
  }

  private static Refusal unusable(ParameterException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace('\'', '`');
    String said = WORDS.matcher(line).replaceAll(m -> m.group(1).toLowerCase(Locale.ROOT) + ",");
    return Refusal.misuse(
        UseProblem.UNKNOWN_ARGUMENT,
        "said",
        said.endsWith(".") ? said.substring(0, said.length() - 1) : said,
        "hint",
        "See `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
  }

  private static int ended(Throwable thrown, LoadlineCommand top) {
    if (thrown instanceof Refusal refusal) {
      top.refuse(refusal);
      return refusal.exit().code();
    }
    if (thrown instanceof SearchBeyondLimit beyond) {
      top.refuse(Refusal.of(ExitCode.FAULTS, beyond.what()));
      return ExitCode.FAULTS.code();
    }
    if (thrown instanceof Ended ended) {
      return ended.exit().code();
    }
    var err = top.console().err();
    Ink ink = top.errInk();
    err.println(
        ink.error("R9001")
            + ": "
            + ink.strong("Loadline failed. This is a fault of ours, not of your policy or data."));
    err.println("  " + Glyphs.line(String.valueOf(thrown), 300));
    if (top.isVerbose()) {
      thrown.printStackTrace(err);
    }
    err.println(
        ink.hint("Hint:")
            + " please report it with the policy, the command and "
            + (top.isVerbose() ? "the lines above." : "what `--verbose` adds."));
    return ExitCode.FAULT_OF_OURS.code();
  }
}
