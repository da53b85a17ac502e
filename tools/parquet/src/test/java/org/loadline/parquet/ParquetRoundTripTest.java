package org.loadline.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loadline.data.Column;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.snapshot.CellTaker;
import org.loadline.snapshot.ResultsFormat;
import org.loadline.snapshot.ResultsWriter;
import org.loadline.snapshot.TableReader;
import org.loadline.snapshot.TypedColumn;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.NumberText;

/** What is read from CSV, written as Parquet and read again is the same. */
class ParquetRoundTripTest {
  private static final ParquetFormat FORMAT = new ParquetFormat();

  private static Results run(Snapshot snapshot) {
    var program = snapshot.program();
    return new ReferenceEvaluator().evaluate(program, snapshot, ParamValues.written(program));
  }

  /** The cells of a file as the texts that CSV would have; empty ones are nothing. */
  static List<List<String>> cells(Path file) throws IOException {
    List<List<String>> columns = new ArrayList<>();
    try (TableReader table = FORMAT.open(file)) {
      List<TableReader.Wanted> wanted = new ArrayList<>();
      for (TableReader.Described column : table.columns()) {
        List<String> cells = new ArrayList<>();
        cells.add(column.name() + ": " + column.type());
        wanted.add(new TableReader.Wanted(columns.size(), into(cells)));
        columns.add(cells);
      }
      table.read(wanted);
    }
    return columns;
  }

  private static CellTaker into(List<String> cells) {
    return new CellTaker() {
      @Override
      public void number(int row, long unscaled, int scale) {
        number(row, Int128.ofLong(unscaled), scale);
      }

      @Override
      public void number(int row, Int128 unscaled, int scale) {
        text(row, NumberText.format(Exact.ofUnscaled(unscaled.toBigInteger(), scale)));
      }

      @Override
      public void text(int row, String text) {
        cells.add(text);
      }

      @Override
      public void nothing(int row) {
        cells.add("");
      }
    };
  }

  @Test
  void aSnapshotReadAgainGivesTheSameResults(@TempDir Path folder) throws IOException {
    Book book = new Book(folder);
    Snapshot fromCsv = book.snapshot();
    ResultsWriter.write(run(fromCsv), folder.resolve("first"), ResultsFormat.CSV);
    book.replace("account", accounts(fromCsv));
    Snapshot fromParquet = book.snapshot();
    assertEquals(Book.text(fromCsv, "account"), Book.text(fromParquet, "account"));
    ResultsWriter.write(run(fromParquet), folder.resolve("second"), ResultsFormat.CSV);
    for (String name : List.of("account.csv", "system.csv", "faults.csv")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("first").resolve(name)),
          Files.readAllBytes(folder.resolve("second").resolve(name)),
          name);
    }
  }

  @Test
  void resultsKeepTheirTypesAndMarks(@TempDir Path folder) throws IOException {
    Book book = new Book(folder);
    ResultsWriter.write(run(book.snapshot()), folder, ResultsFormat.PARQUET);
    List<List<String>> expected =
        List.of(
            List.of("id: STRING", "Zo\u00eb", "alice", "bob"),
            List.of(
                "cover: DECIMAL(21, 18)",
                "0.75",
                "4.916666666666666667",
                "-332.583333666666666667"),
            List.of("cover.mark: STRING", "", "~", "~"),
            List.of("limit: DECIMAL(22, 2)", "99999999999999999999.99", "", ""),
            List.of("limit.mark: STRING", "", "unlimited", "none"),
            List.of("share: DECIMAL(21, 18)", "", "0.294117647058823529", "-142.857143"),
            List.of("share.mark: STRING", "R6001", "~", ""),
            List.of("large: BOOLEAN", "false", "false", "false"),
            List.of("large.mark: STRING", "", "", ""),
            List.of("from: DATE", "2026-11-20", "2024-02-29", "1969-12-31"),
            List.of("from.mark: STRING", "", "", ""),
            List.of(
                "at: a TIMESTAMP in UTC",
                "2026-11-20T08:00:00.5Z",
                "2026-11-20T08:00:00.5Z",
                "2026-11-20T08:00:00.5Z"),
            List.of("at.mark: STRING", "", "", ""),
            List.of("sort: STRING", "retail", "retail", "professional"),
            List.of("sort.mark: STRING", "", "", ""),
            List.of("said: STRING", "late", "a, \"b\"", ""),
            List.of("said.mark: STRING", "", "", "none"),
            List.of(
                "held: DECIMAL(27, 18)",
                "0",
                "0.000000000000000001",
                "123456789.012345678901234567"),
            List.of("held.mark: STRING", "", "", ""));
    assertEquals(expected, cells(folder.resolve("account.parquet")));
    assertEquals(
        List.of(List.of("total: DECIMAL(18, 6)", "-987.500001"), List.of("total.mark: STRING", "")),
        cells(folder.resolve("system.parquet")));
  }

  @Test
  void theSameResultsGiveTheSameBytes(@TempDir Path folder) throws IOException {
    Book book = new Book(folder);
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    for (Path written : ResultsWriter.write(run(book.snapshot()), first, ResultsFormat.PARQUET)) {
      ResultsWriter.write(run(book.snapshot()), second, ResultsFormat.PARQUET);
      assertArrayEquals(
          Files.readAllBytes(written), Files.readAllBytes(second.resolve(written.getFileName())));
    }
  }

  @Test
  void aTableOfSeveralRowGroups(@TempDir Path folder) throws IOException {
    int rows = 150_000;
    List<TypedColumn> columns =
        List.of(
            new TypedColumn.Decimals(
                "n", 18, 2, row -> row % 3 == 0 ? Optional.empty() : Optional.of(big(row))),
            new TypedColumn.Texts("t", row -> Optional.of("r" + row)),
            new TypedColumn.Flags("f", row -> row % 7 == 0 ? Optional.empty() : flag(row)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(columns, rows, out);
    Path file = Files.write(folder.resolve("t.parquet"), out.toByteArray());
    List<List<String>> cells = cells(file);
    for (int row = 0; row < rows; row++) {
      String number = row % 3 == 0 ? "" : NumberText.format(Exact.ofUnscaled(big(row), 2));
      assertEquals(number, cells.get(0).get(row + 1));
      assertEquals("r" + row, cells.get(1).get(row + 1));
      assertEquals(row % 7 == 0 ? "" : "" + (row % 2 == 0), cells.get(2).get(row + 1));
    }
  }

  @Test
  void aTableWithoutRows(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(List.of(new TypedColumn.Texts("t", row -> Optional.empty())), 0, out);
    Path file = Files.write(folder.resolve("t.parquet"), out.toByteArray());
    assertEquals(List.of(List.of("t: STRING")), cells(file));
  }

  private static BigInteger big(int row) {
    return BigInteger.valueOf(row).multiply(BigInteger.valueOf(row % 2 == 0 ? 1_001 : -1_001));
  }

  private static Optional<Boolean> flag(int row) {
    return Optional.of(row % 2 == 0);
  }

  /** The accounts of a snapshot as typed columns, steps as whole numbers. */
  private static byte[] accounts(Snapshot snapshot) throws IOException {
    Entity entity = snapshot.program().entity("account").orElseThrow();
    List<TypedColumn> columns =
        List.of(
            new TypedColumn.Texts("id", row -> text(snapshot, entity, "id", row)),
            new TypedColumn.Texts("kind", row -> text(snapshot, entity, "kind", row)),
            new TypedColumn.Flags(
                "active", row -> text(snapshot, entity, "active", row).map("true"::equals)),
            new TypedColumn.Days(
                "since",
                row ->
                    number(snapshot, entity, "since", row)
                        .map(day -> OptionalLong.of(day.longValueExact()))
                        .orElse(OptionalLong.empty())),
            new TypedColumn.Texts("note", row -> text(snapshot, entity, "note", row)),
            decimals("debt", 6, row -> number(snapshot, entity, "debt", row)),
            decimals("cap", 2, row -> number(snapshot, entity, "cap", row)),
            new TypedColumn.Texts(
                "cap.mark",
                row -> text(snapshot, entity, "cap", row).filter(cap -> cap.equals("unlimited"))),
            decimals(
                "staked",
                0,
                row ->
                    number(snapshot, entity, "staked", row)
                        .map(Exact.of(BigInteger.TEN.pow(18))::times)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(columns, snapshot.rowCount(entity.ref()), out);
    return out.toByteArray();
  }

  private static TypedColumn decimals(
      String name, int scale, Function<Integer, Optional<Exact>> cells) {
    Exact power = Exact.of(BigInteger.TEN.pow(scale));
    return new TypedColumn.Decimals(
        name, 38, scale, row -> cells.apply(row).map(n -> n.times(power).numerator()));
  }

  private static Column column(Snapshot snapshot, Entity entity, String name) {
    Field field =
        entity.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    return snapshot.column(entity.ref(), field.index(), 0);
  }

  private static Optional<String> text(Snapshot snapshot, Entity entity, String name, int row) {
    Field field =
        entity.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    Column column = column(snapshot, entity, name);
    String text = ValueText.format(field.type(), column.value(row), snapshot.program(), snapshot);
    return column.marks().isNone(row) ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Exact> number(Snapshot snapshot, Entity entity, String name, int row) {
    return column(snapshot, entity, name).value(row) instanceof Exact number
        ? Optional.of(number)
        : Optional.empty();
  }
}
