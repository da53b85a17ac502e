package org.loadline.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loadline.data.Snapshot;
import org.loadline.snapshot.DataProblem;
import org.loadline.snapshot.Loaded;

/**
 * Snapshots with Parquet files among the CSV files: what they hold, and what is wrong with them.
 */
class ParquetSnapshotTest {
  @TempDir Path folder;
  private Book book;

  @BeforeEach
  void makeBook() throws IOException {
    book = new Book(folder);
  }

  private static byte[] ints(int... values) {
    return RawColumn.little(
        values.length * 4,
        bytes -> {
          Arrays.stream(values).forEach(bytes::putInt);
          return bytes;
        });
  }

  private static byte[] longs(long... values) {
    return RawColumn.little(
        values.length * 8,
        bytes -> {
          Arrays.stream(values).forEach(bytes::putLong);
          return bytes;
        });
  }

  /** Three loans with what is due in a column. */
  private Loaded loans(RawColumn due) throws IOException {
    RawColumn numbers = RawColumn.plain("number", RawColumn.INT64, longs(1, 2, 3));
    RawColumn accounts = RawColumn.texts("account", "alice", "bob", "alice");
    book.replace("loan", RawColumn.file(3, List.of(due, accounts, numbers)));
    return book.load();
  }

  private void checkDue(RawColumn column, String... amounts) throws IOException {
    Loaded loaded = loans(column);
    assertEquals("", Book.said(loaded));
    Snapshot snapshot = loaded.snapshot().orElseThrow();
    List<String> expected =
        List.of(
            "1 | alice | " + amounts[0], "3 | alice | " + amounts[2], "2 | bob | " + amounts[1]);
    assertEquals(String.join("\n", expected), Book.text(snapshot, "loan"));
  }

  @Test
  void decimalsOf32Bits() throws IOException {
    byte[] values = ints(12345, -1, 0);
    checkDue(RawColumn.decimals("due", RawColumn.INT32, 0, 9, 2, values), "123.45", "-0.01", "0");
  }

  @Test
  void decimalsOf64Bits() throws IOException {
    byte[] values = longs(Long.MAX_VALUE, Long.MIN_VALUE, 10);
    checkDue(
        RawColumn.decimals("due", RawColumn.INT64, 0, 18, 18, values),
        "9.223372036854775807",
        "-9.223372036854775808",
        "0.00000000000000001");
  }

  @Test
  void decimalsOfFixedWidth() throws IOException {
    List<String> amounts = List.of("99999999999999999999999999999.999999999", "-1", "0.5");
    byte[] values = new byte[3 * 16];
    for (int at = 0; at < 3; at++) {
      BigInteger unscaled = new BigDecimal(amounts.get(at)).setScale(9).unscaledValue();
      byte[] digits = unscaled.toByteArray();
      Arrays.fill(values, at * 16, at * 16 + 16, (byte) (unscaled.signum() < 0 ? -1 : 0));
      System.arraycopy(digits, 0, values, at * 16 + 16 - digits.length, digits.length);
    }
    checkDue(
        RawColumn.decimals("due", RawColumn.FIXED, 16, 38, 9, values),
        amounts.toArray(String[]::new));
  }

  @Test
  void decimalsOfAnyWidth() throws IOException {
    List<String> amounts = List.of("-0.3", "7", "1" + "0".repeat(60) + ".1");
    List<byte[]> parts = new ArrayList<>();
    for (String amount : amounts) {
      byte[] digits = new BigDecimal(amount).setScale(1).unscaledValue().toByteArray();
      parts.add(ints(digits.length));
      parts.add(digits);
    }
    byte[] values = new byte[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    checkDue(
        RawColumn.decimals("due", RawColumn.BINARY, 0, 62, 1, values),
        amounts.toArray(String[]::new));
  }

  @Test
  void wholeNumbersAndTexts() throws IOException {
    checkDue(RawColumn.plain("due", RawColumn.INT32, ints(1, -2, 3)), "1", "-2", "3");
    checkDue(RawColumn.plain("due", RawColumn.INT64, longs(1, -2, 3)), "1", "-2", "3");
    checkDue(RawColumn.texts("due", "1.50", "-2e3", "0.1"), "1.5", "-2000", "0.1");
  }

  @Test
  void unsignedNumbersStayAboveZero() throws IOException {
    RawColumn unsigned =
        new RawColumn("due", RawColumn.INT64, 0, out -> out.number(6, 14), longs(-1, 0, 1));
    checkDue(unsigned, "18446744073709551615", "0", "1");
  }

  @Test
  void binaryFloatingPointIsRefused() throws IOException {
    byte[] doubles = longs(Double.doubleToLongBits(0.1), 0, 0);
    assertEquals(
        """
        R5528: `due` is DOUBLE: binary floating point, in which most decimals cannot be written.
          loan.parquet, column `due`
          Hint: Write the column as DECIMAL, as whole numbers or as texts.\
        """,
        Book.said(loans(RawColumn.plain("due", RawColumn.DOUBLE, doubles))));
    Loaded floats = loans(RawColumn.plain("due", RawColumn.FLOAT, ints(1, 2, 3)));
    assertEquals("R5528", floats.problems().getFirst().code());
    assertTrue(floats.snapshot().isEmpty());
  }

  @Test
  void aColumnOfAnotherTypeIsRefused() throws IOException {
    RawColumn days =
        new RawColumn(
            "due",
            RawColumn.INT32,
            0,
            out -> out.number(6, 6).begin(10).empty(6).end(),
            ints(1, 2, 3));
    assertEquals(
        """
        R5529: `due` is DATE, which holds days: not what `due` is.
          loan.parquet, column `due`
          Hint: Write the column in the type of its field, or as texts as in CSV.\
        """,
        Book.said(loans(days)));
  }

  @Test
  void aWrongCellIsNamedByItsRow() throws IOException {
    Loaded loaded = loans(RawColumn.texts("due", "1", "much", "3"));
    assertEquals(
        """
        R5306: `due` is `much`, which is not a number.
          loan.parquet, row 2, column `due`\
        """
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow(),
        loaded.problems().getFirst().text().lines().skip(1).findFirst().orElseThrow());
    assertEquals("much", loaded.problems().getFirst().value());
    assertTrue(loaded.snapshot().isPresent());
  }

  @Test
  void aMissingColumnAndAnUnknownOneAreNamed() throws IOException {
    Loaded loaded = loans(RawColumn.plain("dues", RawColumn.INT32, ints(1, 2, 3)));
    assertEquals(
        List.of("R5510", "R5509"), loaded.problems().stream().map(DataProblem::code).toList());
    assertTrue(loaded.problems().getFirst().hint().contains("`due`"));
  }

  @Test
  void aRepeatedKeyIsNamedByItsRow() throws IOException {
    RawColumn numbers = RawColumn.plain("number", RawColumn.INT64, longs(1, 2, 1));
    RawColumn accounts = RawColumn.texts("account", "alice", "bob", "alice");
    RawColumn due = RawColumn.plain("due", RawColumn.INT32, ints(1, 2, 3));
    book.replace("loan", RawColumn.file(3, List.of(numbers, accounts, due)));
    DataProblem problem = book.load().problems().getFirst();
    assertTrue(problem.stops());
    assertEquals("loan.parquet, row 3, column `number`", problem.place().toString());
    assertEquals("alice/1", problem.value());
  }

  @Test
  void aReferenceToNothingIsNamedByItsRow() throws IOException {
    RawColumn numbers = RawColumn.plain("number", RawColumn.INT64, longs(1, 2));
    RawColumn accounts = RawColumn.texts("account", "alice", "nobody");
    RawColumn due = RawColumn.plain("due", RawColumn.INT32, ints(1, 2));
    book.replace("loan", RawColumn.file(2, List.of(numbers, accounts, due)));
    DataProblem problem = book.load().problems().getFirst();
    assertEquals("loan.parquet, row 2, column `account`", problem.place().toString());
    assertEquals("nobody", problem.value());
  }

  @Test
  void aFileCutShortAnywhereIsRefused() throws IOException {
    RawColumn numbers = RawColumn.plain("number", RawColumn.INT64, longs(1, 2));
    RawColumn accounts = RawColumn.texts("account", "alice", "bob");
    RawColumn due = RawColumn.plain("due", RawColumn.INT32, ints(1, 2));
    byte[] whole = RawColumn.file(2, List.of(numbers, accounts, due));
    for (int length = 0; length < whole.length; length += 7) {
      book.replace("loan", Arrays.copyOf(whole, length));
      Loaded loaded = book.load();
      assertEquals("R5527", loaded.problems().getFirst().code(), Book.said(loaded));
      assertTrue(loaded.snapshot().isEmpty());
    }
  }

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    RawColumn numbers = RawColumn.plain("number", RawColumn.INT64, longs(1, 2));
    RawColumn accounts = RawColumn.texts("account", "alice", "bob");
    RawColumn due = RawColumn.plain("due", RawColumn.INT32, ints(1, 2));
    byte[] whole = RawColumn.file(2, List.of(numbers, accounts, due));
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 0x15;
      book.replace("loan", damaged);
      Loaded loaded = book.load();
      boolean stopped = loaded.problems().stream().anyMatch(DataProblem::stops);
      assertEquals(loaded.snapshot().isEmpty(), stopped, Book.said(loaded));
    }
  }

  @Test
  void twoFilesOfOneEntityAreRefused() throws IOException {
    RawColumn due = RawColumn.plain("due", RawColumn.INT32, ints(1));
    Files.write(book.folder.resolve("loan.parquet"), RawColumn.file(1, List.of(due)));
    assertEquals("R5525", book.load().problems().getFirst().code());
  }
}
