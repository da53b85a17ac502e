package org.loadline.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Jvm;
import org.loadline.benchmarks.race.Measurement;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Measures the sections that the command line asks for; see {@link Options}. */
public final class Main {
  private static final int WRONG = 1;

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = new Options();
    CommandLine line = new CommandLine(options).registerConverter(Section.class, Section::named);
    try {
      if (CommandLine.printHelpIfRequested(line.parseArgs(arguments))) {
        return;
      }
      System.exit(run(options));
    } catch (ParameterException e) {
      System.err.println(e.getMessage());
      System.err.println("`benchmarks/run --help` says what can be asked for.");
      System.exit(line.getCommandSpec().exitCodeOnInvalidInput());
    }
  }

  private static int run(Options options) throws IOException, InterruptedException {
    List<Measurement> measurements = new ArrayList<>();
    int rounds = options.pace().rounds();
    System.out.println(Jvm.describe());
    System.out.printf("%d rounds; load average %.2f at the start%n", rounds, Jvm.load());
    try (Engines engines = new Engines()) {
      Sections sections = new Sections(options, engines);
      for (Section section : options.sections()) {
        List<Measurement> measured = sections.measure(section);
        System.out.print(Table.of(measured));
        measurements.addAll(measured);
      }
    }
    System.out.printf("%nload average %.2f at the end%n", Jvm.load());
    if (options.json().isPresent()) {
      new Report(Jvm.describe(), Jvm.load(), rounds, measurements).write(options.json().get());
    }
    return measurements.stream().allMatch(Measurement::sound) ? 0 : WRONG;
  }
}
