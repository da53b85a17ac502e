package org.loadline.benchmarks.arithmetic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.race.Jvm;
import org.loadline.benchmarks.race.Measurement;
import org.loadline.benchmarks.race.Pace;
import org.loadline.benchmarks.race.Progress;
import org.loadline.benchmarks.race.Samples;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@link Arithmetic} by JMH, in processes with the options of this one. Each operation is held
 * against the one on {@code Int128}.
 */
public final class ArithmeticRun {
  private static final List<String> OPERATIONS = List.of("product", "quotient", "comparison");
  private static final String OURS = "Int128";
  private static final TimeValue ITERATION = TimeValue.milliseconds(300);

  private ArithmeticRun() {}

  public static List<Measurement> measure(Pace pace) {
    List<Measurement> measurements = new ArrayList<>();
    for (String operation : OPERATIONS) {
      Progress.say("arithmetic: " + operation);
      List<RunResult> results = new ArrayList<>(results(operation, pace));
      results.sort((a, b) -> Boolean.compare(isOurs(b), isOurs(a)));
      for (RunResult result : results) {
        measurements.add(line(operation, result, against(result, results)));
      }
    }
    // One group for each operation and size, ours first.
    measurements.sort((a, b) -> a.group().compareTo(b.group()));
    return measurements;
  }

  private static Collection<RunResult> results(String operation, Pace pace) {
    try {
      return new Runner(
              new OptionsBuilder()
                  .include(Arithmetic.class.getName() + "." + operation)
                  .forks(1)
                  .warmupIterations(3)
                  .warmupTime(ITERATION)
                  .measurementIterations(pace.rounds())
                  .measurementTime(ITERATION)
                  .verbosity(VerboseMode.SILENT)
                  .build())
          .run();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double against(RunResult result, List<RunResult> results) {
    RunResult ours =
        results.stream()
            .filter(other -> isOurs(other) && bits(other).equals(bits(result)))
            .findFirst()
            .orElseThrow();
    return Samples.of(taken(ours)).median();
  }

  private static Measurement line(String operation, RunResult result, double against) {
    String method = method(result);
    return Measurement.of(
        "arithmetic",
        String.format(Locale.ROOT, "%s of %3s by 62 bits", operation, bits(result)),
        method.substring(operation.length()),
        Jvm.COMPILER,
        "ns/operation",
        Samples.of(taken(result)),
        against);
  }

  private static double[] taken(RunResult result) {
    return result.getAggregatedResult().getIterationResults().stream()
        .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
        .toArray();
  }

  private static boolean isOurs(RunResult result) {
    return method(result).endsWith(OURS);
  }

  private static String bits(RunResult result) {
    return result.getParams().getParam("bits");
  }

  private static String method(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }
}
