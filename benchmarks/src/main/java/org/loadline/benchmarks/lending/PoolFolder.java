package org.loadline.benchmarks.lending;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pool as the files that {@code benchmarks/policies/lending.risk} reads. */
final class PoolFolder {
  private PoolFolder() {}

  static void write(Pool pool, Path folder) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("reserve.csv"))) {
      file.write("symbol,smallest,price,supply_index,debt_index,threshold\n");
      for (Reserve reserve : pool.reserves()) {
        file.write(
            reserve.symbol()
                + ","
                + BigDecimal.ONE.movePointLeft(reserve.decimals()).toPlainString()
                + ","
                + reserve.price()
                + ","
                + reserve.supplyIndex()
                + ","
                + reserve.debtIndex()
                + ","
                + reserve.threshold()
                + "\n");
      }
    }
    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("account.csv"))) {
      file.write("id\n");
      for (int account = 0; account < pool.accounts(); account++) {
        file.write(account + "\n");
      }
    }
    amounts(pool, pool.supplies(), folder.resolve("supply.csv"));
    amounts(pool, pool.debts(), folder.resolve("debt.csv"));
  }

  private static void amounts(Pool pool, Amounts amounts, Path path) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(path)) {
      file.write("account,reserve,scaled\n");
      for (int row = 0; row < amounts.size(); row++) {
        String reserve = pool.reserves().get(amounts.reserve()[row]).symbol();
        file.write(row / amounts.perAccount() + "," + reserve + "," + amounts.get(row) + "\n");
      }
    }
  }
}
