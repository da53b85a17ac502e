package org.loadline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.benchmarks.margin.Published;
import org.loadline.benchmarks.race.Pace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the command line asks for. */
@Command(
    name = "benchmarks/run",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Time Loadline beside programs written by hand, and check what all of them answer.",
      "",
    },
    footerHeading = "%nSections:%n",
    footer = {
      "  workload    the published workload: 10,000, 100,000 and 1,000,000 positions",
      "  lending     health factors of a lending pool, rounded at every step",
      "  solve       the fall of prices that liquidates an account, over tiers and hedges",
      "  scenarios   the worst of sixteen scenarios of an account",
      "  ordered     rankings, earlier rows and folds over the positions of accounts",
      "  large       a policy of sixty facts, and two policies in one process",
      "  ticks       one price of fifty moves, and what depends on it is worked out again",
      "  sweep       a waterfall over accounts that are over the line",
      "  plan        two versions of a policy compared, beside one run of each",
      "  threads     one thread and two",
      "  start-up    small commands, from nothing to their end",
      "  cold        the first result on 1,000,000 positions, by phases",
      "  memory      the heap that a host needs to keep 1,000,000 positions",
      "  arithmetic  numbers of 128 bits beside BigInteger, by JMH",
      "",
      "Examples:",
      "  benchmarks/run                                   # everything, for about a quarter of an"
          + " hour",
      "  benchmarks/run --quick --only workload,lending",
      "  benchmarks/run --json results.json",
      "",
      "Results go to standard output, progress to standard error.",
    })
final class Options {
  private static final int ROUNDS = 11;
  private static final int QUICK_ROUNDS = 5;
  private static final int QUICK_ACCOUNTS = 10_000;
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration QUICK_WARM_UP = Duration.ofSeconds(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "SECTION",
      description = "These sections only, with commas between.")
  private List<Section> only = List.of(Section.values());

  @Option(
      names = "--accounts",
      split = ",",
      paramLabel = "N",
      description = "These sizes of the workload and the pool only: 1000, 10000, 100000.")
  private List<Integer> accounts = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Samples of each contender, 11 by default.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--quick",
      description = "Shorter warm-ups, 5 rounds and none of the largest size: a first impression.")
  private boolean quick;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results there too.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--project", hidden = true)
  private Path project = Path.of("").toAbsolutePath();

  @Option(names = "--side", hidden = true)
  private Optional<Side> side = Optional.empty();

  List<Section> sections() {
    return only;
  }

  /** {@return accounts of the sizes asked for} */
  List<Integer> accounts() {
    for (int size : accounts) {
      if (Published.of(size).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "Answers are published for " + Published.sizes() + " accounts, not for " + size + ".");
      }
    }
    return accounts.isEmpty()
        ? Published.sizes().stream().filter(size -> !quick || size <= QUICK_ACCOUNTS).toList()
        : accounts;
  }

  /** {@return accounts of the largest size asked for} */
  int mostAccounts() {
    return accounts().stream().mapToInt(size -> size).max().orElseThrow();
  }

  Pace pace() {
    int taken = rounds.orElse(quick ? QUICK_ROUNDS : ROUNDS);
    if (taken < 1) {
      throw new ParameterException(spec.commandLine(), "`--rounds` takes a number above zero.");
    }
    return new Pace(taken, quick ? QUICK_WARM_UP : WARM_UP);
  }

  /** Only what a race of one side needs to know: the rest is for the parent. */
  List<String> forChild(Section section, int size) {
    List<String> words =
        List.of(
            "--only=" + section,
            "--accounts=" + size,
            "--rounds=" + pace().rounds(),
            "--project=" + project);
    return Stream.concat(words.stream(), Stream.of("--quick").filter(word -> quick)).toList();
  }

  Optional<Path> json() {
    return json;
  }

  Path project() {
    return project;
  }

  /** {@return what kind of JVM this is, if it was started for that kind alone} */
  Optional<Side> side() {
    return side;
  }
}
