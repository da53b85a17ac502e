package org.loadline.workload;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A workload as the files a policy reads: one CSV file for each entity, with exact decimals.
 *
 * <p>The files belong to the policy of {@code examples/perp-cross-margin}.
 */
public final class SnapshotFolder {
  private static final int RATE_PLACES = 4;

  private final Workload workload;
  private final Path folder;

  private SnapshotFolder(Workload workload, Path folder) {
    this.workload = workload;
    this.folder = folder;
  }

  /** Writes the workload, replacing files of the same names; creates the folder if need be. */
  public static void write(Workload workload, Path folder) throws IOException {
    Files.createDirectories(folder);
    SnapshotFolder snapshot = new SnapshotFolder(workload, folder);
    snapshot.markets();
    snapshot.tiers();
    snapshot.assets();
    snapshot.bands();
    snapshot.accounts();
    snapshot.holdings();
    snapshot.positions();
  }

  private void markets() throws IOException {
    try (BufferedWriter file = file("market", "id,mark")) {
      for (int id = 0; id < workload.markets().size(); id++) {
        Market market = workload.markets().get(id);
        row(file, id, decimal(market.mark(), market.pricePlaces()));
      }
    }
  }

  private void tiers() throws IOException {
    String header =
        "market,lower,initial_rate,maintenance_rate,initial_deduction,maintenance_deduction";
    try (BufferedWriter file = file("tier", header)) {
      for (int id = 0; id < workload.markets().size(); id++) {
        for (Tier tier : workload.markets().get(id).tiers()) {
          row(
              file,
              id,
              tier.lower(),
              decimal(tier.initialRate(), RATE_PLACES),
              decimal(tier.maintenanceRate(), RATE_PLACES),
              decimal(tier.initialDeduction(), RATE_PLACES),
              decimal(tier.maintenanceDeduction(), RATE_PLACES));
        }
      }
    }
  }

  private void assets() throws IOException {
    try (BufferedWriter file = file("asset", "symbol,price")) {
      for (Asset asset : workload.assets()) {
        row(file, asset.symbol(), decimal(asset.price(), Asset.PRICE_PLACES));
      }
    }
  }

  private void bands() throws IOException {
    try (BufferedWriter file = file("band", "asset,lower,weight")) {
      for (Asset asset : workload.assets()) {
        for (Asset.Band band : asset.bands()) {
          row(file, asset.symbol(), lower(band.lower()), decimal(band.weight(), RATE_PLACES));
        }
      }
    }
  }

  private void accounts() throws IOException {
    try (BufferedWriter file = file("account", "id")) {
      for (int id = 0; id < workload.accounts(); id++) {
        row(file, id);
      }
    }
  }

  private void holdings() throws IOException {
    Holdings holdings = workload.holdings();
    try (BufferedWriter file = file("holding", "account,asset,balance")) {
      for (int i = 0; i < holdings.size(); i++) {
        row(
            file,
            holdings.account()[i],
            workload.assets().get(holdings.asset()[i]).symbol(),
            decimal(holdings.balance()[i], Asset.BALANCE_PLACES));
      }
    }
  }

  private void positions() throws IOException {
    Positions positions = workload.positions();
    try (BufferedWriter file = file("position", "account,market,size,entry,funding")) {
      for (int i = 0; i < positions.size(); i++) {
        Market market = workload.markets().get(positions.market()[i]);
        row(
            file,
            positions.account()[i],
            positions.market()[i],
            decimal(positions.quantity()[i], market.quantityPlaces()),
            decimal(positions.entry()[i], market.pricePlaces()),
            decimal(positions.funding()[i], Positions.FUNDING_PLACES));
      }
    }
  }

  private BufferedWriter file(String entity, String header) throws IOException {
    BufferedWriter file = Files.newBufferedWriter(folder.resolve(entity + ".csv"));
    file.write(header);
    file.write('\n');
    return file;
  }

  private static void row(BufferedWriter file, Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        file.write(',');
      }
      file.write(cells[i].toString());
    }
    file.write('\n');
  }

  private static String lower(OptionalLong bound) {
    return bound.isPresent() ? Long.toString(bound.getAsLong()) : "none";
  }

  private static String decimal(long unscaled, int places) {
    return BigDecimal.valueOf(unscaled, places).toPlainString();
  }
}
