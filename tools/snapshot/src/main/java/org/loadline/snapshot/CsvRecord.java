package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the cells of one record after another where the header says. */
final class CsvRecord {
  private static final Slice NOT_GIVEN = Slice.of("");

  private final CellInput input;
  private final Slot[] columns;

  /** References of several parts: those of the row that is being read. */
  private final Map<Integer, Parts> parts = new LinkedHashMap<>();

  private record Parts(ReferenceForm reference, List<Slice> given) {
    static Parts of(ReferenceForm reference) {
      List<Slice> given = new ArrayList<>();
      reference.leaves().forEach(leaf -> given.add(NOT_GIVEN));
      return new Parts(reference, given);
    }
  }

  CsvRecord(CellInput input, List<Slot> columns) {
    this.input = input;
    this.columns = columns.toArray(Slot[]::new);
  }

  int width() {
    return columns.length;
  }

  /** Puts a cell; one beyond the header is passed over. */
  void put(int row, int column, Slice text) {
    if (column >= columns.length) {
      return;
    }
    switch (columns[column]) {
      case Slot.Cell cell -> input.put(row, cell, text);
      case Slot.Part(ReferenceForm reference, int part) -> {
        if (reference.isSingle()) {
          input.putReference(row, reference, text);
        } else {
          parts
              .computeIfAbsent(reference.field().index(), field -> Parts.of(reference))
              .given
              .set(part, Slice.of(text.text()));
        }
      }
      case Slot.Ignored ignored -> {}
    }
  }

  /** Puts the references that were read in parts. */
  void end(int row) {
    for (Parts given : parts.values()) {
      input.putParts(row, given.reference, given.given);
      given.given.replaceAll(part -> NOT_GIVEN);
    }
  }
}
