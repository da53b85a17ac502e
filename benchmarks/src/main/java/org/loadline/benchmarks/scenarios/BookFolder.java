package org.loadline.benchmarks.scenarios;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;

/** A book as the files that {@code benchmarks/policies/scenarios.risk} reads. */
final class BookFolder {
  private static final String[] KINDS = {"future", "call", "put"};

  private BookFolder() {}

  static void write(Book book, Path folder) throws IOException {
    file(
        folder.resolve("market.csv"),
        "symbol,size,mark",
        book.mark().length,
        m ->
            symbol(m)
                + ","
                + (book.major()[m] ? "major" : "minor")
                + ","
                + dollars(book.mark()[m]));
    file(
        folder.resolve("contract.csv"),
        "id,market,kind,strike",
        book.contracts(),
        c ->
            c
                + ","
                + symbol(book.market()[c])
                + ","
                + KINDS[book.kind()[c]]
                + ","
                + dollars(book.strike()[c]));
    file(
        folder.resolve("account.csv"),
        "id,cash",
        book.accounts(),
        a -> a + "," + dollars(book.cash()[a]));
    file(
        folder.resolve("position.csv"),
        "account,contract,amount",
        book.positions(),
        p ->
            p / Book.PER_ACCOUNT
                + ","
                + book.contract()[p]
                + ","
                + BigDecimal.valueOf(book.amount()[p], 3).toPlainString());
  }

  private static String symbol(int market) {
    return String.format(Locale.ROOT, "M%02d", market);
  }

  private static String dollars(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private static void file(Path path, String header, int rows, IntFunction<String> row)
      throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(path)) {
      file.write(header + "\n");
      for (int at = 0; at < rows; at++) {
        file.write(row.apply(at) + "\n");
      }
    }
  }
}
