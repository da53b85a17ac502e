package org.loadline.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.CellStep;
import org.loadline.data.Column;
import org.loadline.data.InputProblem;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.data.ValueText;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Writes a snapshot into a folder, as {@link SnapshotReader} reads it: a CSV file for each entity
 * and one for the system inputs; whole numbers of steps where a field has a step.
 *
 * <p>A cell that could not be read is written as it stood. Rows stand in the order of identity, so
 * the same rows give the same bytes.
 */
public final class SnapshotWriter {
  private final Snapshot snapshot;
  private final Program program;

  private SnapshotWriter(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.program = snapshot.program();
  }

  /** Writes every file and returns them, in the order of the policy. */
  public static List<Path> write(Snapshot snapshot, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (FileSwap files = new FileSwap(folder)) {
      new SnapshotWriter(snapshot).write(files);
      return files.commit();
    }
  }

  private void write(FileSwap files) throws IOException {
    SnapshotBuilder builder = new SnapshotBuilder(program);
    if (!program.system().isEmpty()) {
      write(Form.system(program, builder), 1, files);
    }
    for (Entity entity : program.entities()) {
      if (!entity.written()) {
        write(Form.of(program, entity, builder), snapshot.rowCount(entity.ref()), files);
      }
    }
  }

  private void write(Form form, int rows, FileSwap files) throws IOException {
    try (Writer out = new BufferedWriter(new OutputStreamWriter(files.open(form.file()), UTF_8));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(form.slots().stream().map(Slot::name).toList());
      Optional<EntityRef> entity = form.entity().map(Entity::ref);
      for (int row = 0; row < rows; row++) {
        List<String> cells = new ArrayList<>();
        for (Slot slot : form.slots()) {
          cells.add(text(slot, entity, row));
        }
        csv.writeRecord(cells);
      }
    }
  }

  private String text(Slot slot, Optional<EntityRef> entity, int row) {
    return switch (slot) {
      case Slot.Ignored ignored -> "";
      case Slot.Cell(Field field, int member, String name, Slot.Short shortWay) ->
          text(entity, field, member, row);
      case Slot.Part(ReferenceForm reference, int part) ->
          identity(reference, reference.leaves().get(part), entity, row);
    };
  }

  private String text(Optional<EntityRef> entity, Field field, int member, int row) {
    Column column = column(entity, field, member);
    if (column.marks().isAbsent(row)) {
      return why(entity, field, member, row).map(InputProblem::value).orElse("");
    }
    Value value = column.value(row);
    if (value instanceof Exact number) {
      Optional<Exact> step = CellStep.of(snapshot, entity, field, row);
      if (step.isPresent()) {
        return NumberText.format(number.dividedBy(step.get()));
      }
    }
    return ValueText.format(field.type(), value, program, snapshot);
  }

  private Column column(Optional<EntityRef> entity, Field field, int member) {
    return entity.isPresent()
        ? snapshot.column(entity.get(), field.index(), member)
        : snapshot.system(new InputRef(field.index(), field.name()));
  }

  private Optional<InputProblem> why(Optional<EntityRef> entity, Field field, int member, int row) {
    return entity.isPresent()
        ? snapshot.whyAbsent(entity.get(), field.index(), member, row)
        : snapshot.whyAbsent(new InputRef(field.index(), field.name()));
  }

  /** One value of the identity of the row that a reference leads to. */
  private String identity(
      ReferenceForm reference, ReferenceForm.Leaf leaf, Optional<EntityRef> entity, int row) {
    Field field = reference.field();
    Column column = column(entity, field, 0);
    if (column.marks().isAbsent(row)) {
      return why(entity, field, 0, row).map(InputProblem::value).orElse("");
    }
    if (!(column.value(row) instanceof RowNumber(int target))) {
      return "none";
    }
    EntityRef at = reference.target().ref();
    int number = target;
    for (String name : List.of(leaf.path().split("\\."))) {
      Field next = program.entity(at).field(name).orElseThrow();
      if (next.role() != Field.Role.REFERENCE) {
        return text(Optional.of(at), next, 0, number);
      }
      number = ((RowNumber) snapshot.column(at, next.index(), 0).value(number)).index();
      at = ReferenceForm.target(next);
    }
    throw new IllegalStateException("the path ends in a value: " + leaf.path());
  }
}
