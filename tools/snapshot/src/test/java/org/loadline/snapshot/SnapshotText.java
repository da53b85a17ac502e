package org.loadline.snapshot;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;

/** Everything that a snapshot holds, a line for each row. */
final class SnapshotText {
  private SnapshotText() {}

  static String of(Snapshot snapshot) {
    Program program = snapshot.program();
    Stream<String> system =
        program.system().stream()
            .map(
                field -> {
                  InputRef ref = new InputRef(field.index(), field.name());
                  return field.name() + " " + cell(snapshot, field, snapshot.system(ref), 0);
                });
    Stream<String> rows =
        program.entities().stream()
            .flatMap(
                entity ->
                    IntStream.range(0, snapshot.rowCount(entity.ref()))
                        .mapToObj(row -> row(snapshot, entity, row)));
    return Stream.concat(system, rows).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Snapshot snapshot, Entity entity, int row) {
    return entity.fields().stream()
        .flatMap(
            field ->
                IntStream.range(0, members(snapshot.program(), field))
                    .mapToObj(m -> snapshot.column(entity.ref(), field.index(), m))
                    .map(column -> cell(snapshot, field, column, row)))
        .collect(Collectors.joining(" | ", entity.name() + " ", ""));
  }

  private static int members(Program program, Field field) {
    return field.family().stream()
        .mapToInt(choice -> program.choice(choice).members().size())
        .reduce(1, (a, b) -> a * b);
  }

  private static String cell(Snapshot snapshot, Field field, Column column, int row) {
    return column.marks().isAbsent(row)
        ? "?"
        : ValueText.format(field.type(), column.value(row), snapshot.program(), snapshot);
  }
}
