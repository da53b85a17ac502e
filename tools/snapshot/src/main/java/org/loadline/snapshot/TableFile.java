package org.loadline.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.data.InputRows;
import org.loadline.model.Type;
import org.loadline.values.Int128;

/**
 * Reads a file of typed columns into the rows of one form.
 *
 * <p>A cell means what it means in CSV; an empty one is empty there too. A column {@code x.mark}
 * says what the numbers of {@code x} cannot: where it is not empty, it stands for the cell.
 */
final class TableFile implements Locator {
  static final String MARK = ".mark";

  private final Form form;
  private final String file;
  private final Problems problems;
  private final Progress progress;
  private Optional<RowInput> input = Optional.empty();
  private final Map<Integer, PartTexts> parts = new LinkedHashMap<>();
  private int row;

  /** A reference of several parts, and what is given for each in each row. */
  private record PartTexts(ReferenceForm reference, List<String[]> given) {}

  TableFile(Form form, String file, Problems problems, Progress progress) {
    this.form = form;
    this.file = file;
    this.problems = problems;
    this.progress = progress;
  }

  void into(RowInput rows) {
    input = Optional.of(rows);
  }

  @Override
  public Place at(String column) {
    return Place.cell(file, 0, row + 1L, column);
  }

  /** Reads the file at a path. */
  void read(Path path, TableFormat format) {
    try (TableReader table = format.open(path)) {
      read(table);
    } catch (DamagedTableException damaged) {
      String how = Optional.ofNullable(damaged.getMessage()).orElse("it is damaged");
      problems.add(
          FileProblem.DAMAGED_TABLE,
          Place.file(file),
          "",
          Map.of("file", file, "reason", DataProblem.shown(how)));
    } catch (IOException unreadable) {
      problems.add(
          FileProblem.UNREADABLE_FILE,
          Place.file(file),
          "",
          Map.of("file", file, "reason", Reasons.of(unreadable)));
    }
  }

  private void read(TableReader table) throws IOException {
    List<TableReader.Described> columns = table.columns();
    Set<String> known = new HashSet<>();
    form.slots().forEach(slot -> known.add(slot.name()));
    List<String> names = new ArrayList<>();
    Map<String, Integer> marks = new LinkedHashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      String name = columns.get(at).name();
      String marked = name.endsWith(MARK) ? name.substring(0, name.length() - MARK.length()) : "";
      if (!known.contains(name) && known.contains(marked)) {
        marks.put(marked, at);
      }
      names.add(name);
    }
    List<String> matched = names.stream().filter(name -> !isMark(name, marks)).toList();
    Optional<List<Slot>> slots = CsvHeader.match(form, file, matched, problems, 0);
    if (slots.isEmpty() || !isSound(table.rows())) {
      return;
    }
    int rows = table.rows();
    if (form.entity().isPresent()) {
      form.rows().add(rows);
    }
    List<TableReader.Wanted> wanted = new ArrayList<>();
    int slot = 0;
    for (int at = 0; at < columns.size(); at++) {
      if (!isMark(columns.get(at).name(), marks)) {
        Optional<Integer> mark = Optional.ofNullable(marks.get(columns.get(at).name()));
        want(table, at, mark, slots.get().get(slot++), wanted);
      }
    }
    table.read(wanted);
    for (PartTexts reference : parts.values()) {
      for (row = 0; row < rows; row++) {
        put(reference);
      }
    }
    progress.read(file, rows, 0);
  }

  private void put(PartTexts reference) {
    if (reference.reference.isSingle()) {
      Slice text = Slice.of(reference.given.getFirst()[row]);
      input.orElseThrow().putReference(row, reference.reference, text);
    } else {
      List<Slice> given = new ArrayList<>();
      reference.given.forEach(texts -> given.add(Slice.of(texts[row])));
      input.orElseThrow().putParts(row, reference.reference, given);
    }
  }

  private static boolean isMark(String name, Map<String, Integer> marks) {
    return name.endsWith(MARK)
        && marks.containsKey(name.substring(0, name.length() - MARK.length()));
  }

  /** System inputs are one row. */
  private boolean isSound(int rows) {
    if (form.entity().isEmpty() && rows != 1) {
      problems.add(
          FileProblem.SYSTEM_ROWS,
          Place.file(file),
          "",
          Map.of("file", file, "rows", CsvRows.counted(rows, "row")));
      return false;
    }
    return true;
  }

  /** Marks come before the cells that they are of. */
  private void want(
      TableReader table,
      int at,
      Optional<Integer> mark,
      Slot slot,
      List<TableReader.Wanted> wanted) {
    if (slot instanceof Slot.Ignored || !isFit(table.columns().get(at), slot)) {
      return;
    }
    Texts marks = new Texts(mark.isPresent() ? table.rows() : 0);
    mark.ifPresent(column -> wanted.add(new TableReader.Wanted(column, marks)));
    switch (slot) {
      case Slot.Cell cell -> wanted.add(new TableReader.Wanted(at, new Cells(cell, marks.texts)));
      case Slot.Part(ReferenceForm reference, int part) -> {
        Texts texts = new Texts(table.rows());
        wanted.add(new TableReader.Wanted(at, texts));
        parts
            .computeIfAbsent(reference.field().index(), field -> noParts(reference, table.rows()))
            .given
            .set(part, texts.texts);
      }
      case Slot.Ignored ignored -> {}
    }
  }

  private static PartTexts noParts(ReferenceForm reference, int rows) {
    List<String[]> given = new ArrayList<>();
    reference.leaves().forEach(leaf -> given.add(new Texts(rows).texts));
    return new PartTexts(reference, given);
  }

  /** Whether a column may hold what its field is; what may be a text is read from one. */
  private boolean isFit(TableReader.Described column, Slot slot) {
    Type type =
        switch (slot) {
          case Slot.Cell(var field, var member, var name, var way) -> field.type().present();
          case Slot.Part(ReferenceForm reference, int part) ->
              reference.leaves().get(part).field().type().present();
          case Slot.Ignored ignored -> Type.TEXT;
        };
    boolean fit =
        switch (column.holds()) {
          case TEXTS -> true;
          case NUMBERS -> type instanceof Type.Quantity || type instanceof Type.Text;
          case FLAGS -> type instanceof Type.Flag;
          case DAYS -> type instanceof Type.Date;
          case MOMENTS -> type instanceof Type.Instant;
          case FLOATING, OTHER -> false;
        };
    if (!fit) {
      boolean floating = column.holds() == TableReader.Holds.FLOATING;
      problems.add(
          floating ? FileProblem.FLOATING_COLUMN : FileProblem.UNFIT_COLUMN,
          Place.cell(file, 0, 0, column.name()),
          "",
          Map.of(
              "column", DataProblem.shown(column.name()),
              "type", DataProblem.shown(column.type()),
              "holds", column.holds().words(),
              "field", slot.name()));
    }
    return fit;
  }

  /** Puts the cells of one column. */
  private final class Cells implements CellTaker {
    private final Slot.Cell slot;
    private final String[] marks;
    private final boolean quantity;
    private final boolean steps;

    Cells(Slot.Cell slot, String[] marks) {
      this.slot = slot;
      this.marks = marks;
      boolean identity = form.isIdentity(slot.field());
      this.quantity = !identity && slot.shortWay() == Slot.Short.QUANTITY;
      this.steps = !identity && slot.shortWay() == Slot.Short.STEPS;
    }

    @Override
    public void number(int at, long unscaled, int scale) {
      if (isMarked(at) || !(quantity || (steps && scale == 0))) {
        text(at, TableNumbers.text(Int128.ofLong(unscaled), scale));
      } else if (quantity) {
        rows().putDecimal(at, slot.field().index(), slot.member(), unscaled, scale);
      } else {
        rows().putSteps(at, slot.field().index(), slot.member(), unscaled);
      }
    }

    @Override
    public void number(int at, Int128 unscaled, int scale) {
      if (isMarked(at) || !(quantity || (steps && scale == 0))) {
        text(at, TableNumbers.text(unscaled, scale));
      } else if (quantity) {
        rows().putDecimal(at, slot.field().index(), slot.member(), unscaled, scale);
      } else {
        rows().putSteps(at, slot.field().index(), slot.member(), unscaled);
      }
    }

    @Override
    public void text(int at, String text) {
      row = at;
      input.orElseThrow().put(at, slot, Slice.of(isMarked(at) ? marked(at, text) : text));
    }

    @Override
    public void nothing(int at) {
      text(at, "");
    }

    private boolean isMarked(int at) {
      return at < marks.length && !marks[at].isEmpty();
    }

    /** A fraction keeps its digits, so that what is wrong shows; else the mark is the cell. */
    private String marked(int at, String text) {
      return marks[at].equals("~") ? text + marks[at] : marks[at];
    }

    private InputRows rows() {
      return input.orElseThrow().rows();
    }
  }

  /** Keeps the cells of one column as texts. */
  private static final class Texts implements CellTaker {
    private final String[] texts;

    Texts(int rows) {
      texts = new String[rows];
      Arrays.fill(texts, "");
    }

    @Override
    public void number(int at, long unscaled, int scale) {
      text(at, TableNumbers.text(Int128.ofLong(unscaled), scale));
    }

    @Override
    public void number(int at, Int128 unscaled, int scale) {
      text(at, TableNumbers.text(unscaled, scale));
    }

    @Override
    public void text(int at, String text) {
      texts[at] = text;
    }

    @Override
    public void nothing(int at) {}
  }
}
