package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.FactRef;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.source.Span;

/** The faults of a run, each at its origin, those of one formula together. */
public record FaultGroups(List<Group> groups) {
  public FaultGroups {
    groups = List.copyOf(groups);
  }

  /**
   * Faults of one code at one place of the text, in the order in which they are met.
   *
   * <p>{@code readers} counts the reported values that are not theirs but read one of them.
   */
  public record Group(List<Fault> faults, int readers) {
    public Group {
      faults = List.copyOf(faults);
    }

    public Fault first() {
      return faults.getFirst();
    }
  }

  private record Origin(String code, Span span) {}

  /** Whose value a cell of the results is. */
  private record Owner(Optional<FactRef> definition, Optional<RowAt> row) {}

  private static final class Collecting {
    private final Map<Fault, Integer> readers = new LinkedHashMap<>();

    private Group group() {
      int all = readers.values().stream().mapToInt(Integer::intValue).sum();
      return new Group(new ArrayList<>(readers.keySet()), all);
    }
  }

  /** What faulted, by column and row. */
  public static FaultGroups of(Results results) {
    Map<Origin, Collecting> groups = new LinkedHashMap<>();
    for (OutputColumn column : results.columns()) {
      for (int row = 0; row < column.size(); row++) {
        if (column.outcome(row) instanceof Outcome.Faulted(Fault fault)) {
          Origin origin = new Origin(fault.what().code().code(), fault.what().span());
          int reader = owner(column, row).equals(origin(fault)) ? 0 : 1;
          groups
              .computeIfAbsent(origin, o -> new Collecting())
              .readers
              .merge(fault, reader, Integer::sum);
        }
      }
    }
    return new FaultGroups(groups.values().stream().map(Collecting::group).toList());
  }

  private static Owner owner(OutputColumn column, int row) {
    return new Owner(
        Optional.of(column.output().fact()),
        column.output().owner().map(entity -> new RowAt(entity, row)));
  }

  private static Owner origin(Fault fault) {
    return new Owner(fault.definition(), fault.row());
  }

  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** How many faults there are, each counted once. */
  public int count() {
    return groups.stream().mapToInt(group -> group.faults().size()).sum();
  }
}
