package org.loadline.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Output;

/**
 * A fault among the results, told once, with the reported values that have it.
 *
 * <p>{@code origin} is the reported value whose own formula failed, if that one is reported; {@code
 * readers} are the others, in the order of the report.
 */
public record ReportedFault(Fault fault, Optional<Place> origin, List<Place> readers) {
  public ReportedFault {
    readers = List.copyOf(readers);
  }

  /** A reported value: an output and its row, 0 for one of the whole. */
  public record Place(Output output, int row) {}

  /** Every fault of a run, in the order in which the report first meets it. */
  public static List<ReportedFault> of(Results results) {
    Map<Fault, List<Place>> met = new LinkedHashMap<>();
    for (OutputColumn column : results.columns()) {
      for (int row = 0; row < column.size(); row++) {
        if (column.outcome(row) instanceof Outcome.Faulted(Fault fault)) {
          met.computeIfAbsent(fault, first -> new ArrayList<>())
              .add(new Place(column.output(), row));
        }
      }
    }
    List<ReportedFault> faults = new ArrayList<>();
    met.forEach((fault, places) -> faults.add(told(fault, places)));
    return faults;
  }

  private static ReportedFault told(Fault fault, List<Place> places) {
    Optional<Place> origin = places.stream().filter(place -> isOrigin(fault, place)).findFirst();
    List<Place> readers =
        places.stream().filter(place -> !origin.equals(Optional.of(place))).toList();
    return new ReportedFault(fault, origin, readers);
  }

  private static boolean isOrigin(Fault fault, Place place) {
    Optional<RowAt> row = place.output().owner().map(owner -> new RowAt(owner, place.row()));
    return fault.definition().equals(Optional.of(place.output().fact())) && fault.row().equals(row);
  }
}
