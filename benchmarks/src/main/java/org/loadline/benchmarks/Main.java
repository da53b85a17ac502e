package org.loadline.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.loadline.workload.Workload;

/** Races the contenders over the published sizes; see {@link Options#USAGE}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Options options;
    try {
      options = Options.of(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(2);
      return;
    }
    List<Measurement> measurements = new ArrayList<>();
    System.out.println(Jvm.describe());
    System.out.printf("%d rounds; load average %.2f at the start%n", options.rounds(), Jvm.load());
    try (Field field = new Field(options.policy())) {
      for (int accounts : options.accounts()) {
        Workload workload = Workload.published(accounts);
        Published published = Published.of(accounts).orElseThrow();
        List<Measurement> size =
            new Race(workload, published, field.of(workload), options.rounds()).measure();
        System.out.print(Table.of(size));
        measurements.addAll(size);
      }
    }
    System.out.printf("%nload average %.2f at the end%n", Jvm.load());
    if (options.json().isPresent()) {
      Json.write(options.json().get(), measurements, options);
    }
  }
}
