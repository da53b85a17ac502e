package org.loadline.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.loadline.core.Program;
import org.loadline.data.InputRows;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.Entity;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;
import org.loadline.workload.Asset;
import org.loadline.workload.Holdings;
import org.loadline.workload.Market;
import org.loadline.workload.Positions;
import org.loadline.workload.Tier;
import org.loadline.workload.Workload;

/** The published workload as a snapshot of the example policy, and its results as published. */
final class Perps {
  private static final int RATE_PLACES = 4;

  private final Program program;
  private final SnapshotBuilder builder;

  private Perps(Program program) {
    this.program = program;
    this.builder = new SnapshotBuilder(program);
  }

  static Snapshot snapshot(Program program, Workload workload) {
    Perps perps = new Perps(program);
    perps.markets(workload.markets());
    perps.assets(workload.assets());
    perps.accounts(workload);
    return perps.builder.build().snapshot().orElseThrow();
  }

  private Rows rows(String name) {
    Entity entity = program.entity(name).orElseThrow();
    return new Rows(entity, builder.rows(entity.ref()));
  }

  private record Rows(Entity entity, InputRows input) {
    int field(String name) {
      return entity.field(name).orElseThrow().index();
    }

    void put(int row, String field, Value value) {
      input.put(row, field(field), 0, value);
    }

    void put(int row, String field, long unscaled, int scale) {
      input.putDecimal(row, field(field), 0, unscaled, scale);
    }
  }

  private void markets(List<Market> markets) {
    Rows rows = rows("market");
    Rows tiers = rows("tier");
    for (int i = 0; i < markets.size(); i++) {
      int market = rows.input().add();
      rows.put(market, "id", new Text("M%02d".formatted(i)));
      rows.put(market, "mark", markets.get(i).mark(), markets.get(i).pricePlaces());
      for (Tier tier : markets.get(i).tiers()) {
        int row = tiers.input().add();
        tiers.put(row, "market", new RowNumber(market));
        tiers.put(row, "lower", tier.lower(), 0);
        tiers.put(row, "initial_rate", tier.initialRate(), RATE_PLACES);
        tiers.put(row, "maintenance_rate", tier.maintenanceRate(), RATE_PLACES);
        tiers.put(row, "initial_deduction", tier.initialDeduction(), RATE_PLACES);
        tiers.put(row, "maintenance_deduction", tier.maintenanceDeduction(), RATE_PLACES);
      }
    }
  }

  private void assets(List<Asset> assets) {
    Rows rows = rows("asset");
    Rows bands = rows("band");
    for (Asset asset : assets) {
      int at = rows.input().add();
      rows.put(at, "symbol", new Text(asset.symbol()));
      rows.put(at, "price", asset.price(), Asset.PRICE_PLACES);
      for (var band : asset.bands()) {
        int row = bands.input().add();
        bands.put(row, "asset", new RowNumber(at));
        band.lower()
            .ifPresentOrElse(
                lower -> bands.put(row, "lower", lower, 0),
                () -> bands.put(row, "lower", None.INSTANCE));
        bands.put(row, "weight", band.weight(), RATE_PLACES);
      }
    }
  }

  private void accounts(Workload workload) {
    Rows accounts = rows("account");
    accounts.input().add(workload.accounts());
    for (int i = 0; i < workload.accounts(); i++) {
      accounts.put(i, "id", i, 0);
    }
    Rows holdings = rows("holding");
    Holdings held = workload.holdings();
    holdings.input().add(held.size());
    holdings.input().putIndices(0, holdings.field("account"), 0, held.account());
    holdings.input().putIndices(0, holdings.field("asset"), 0, held.asset());
    holdings
        .input()
        .putDecimals(0, holdings.field("balance"), 0, held.balance(), Asset.BALANCE_PLACES);
    Rows positions = rows("position");
    Positions taken = workload.positions();
    positions.input().add(taken.size());
    positions.input().putIndices(0, positions.field("account"), 0, taken.account());
    positions.input().putIndices(0, positions.field("market"), 0, taken.market());
    for (int i = 0; i < taken.size(); i++) {
      Market market = workload.markets().get(taken.market()[i]);
      positions.put(i, "size", taken.quantity()[i], market.quantityPlaces());
      positions.put(i, "entry", taken.entry()[i], market.pricePlaces());
    }
    positions
        .input()
        .putDecimals(0, positions.field("funding"), 0, taken.funding(), Positions.FUNDING_PLACES);
  }

  private static OutputColumn column(Results results, String fact) {
    return results.columns().stream()
        .filter(c -> c.output().fact().name().equals(fact))
        .findFirst()
        .orElseThrow();
  }

  private static Value value(OutputColumn column, int row) {
    return ((Outcome.Known) column.outcome(row)).value();
  }

  static String total(Results results, String fact) {
    return value(column(results, fact), 0).toString();
  }

  /** Over one line for each account: its number, its standing, its health to six places. */
  static String sha256(Results results) throws NoSuchAlgorithmException {
    List<String> standings =
        results.program().choices().stream()
            .filter(c -> c.ref().name().equals("standing"))
            .findFirst()
            .orElseThrow()
            .members();
    OutputColumn standing = column(results, "standing");
    OutputColumn health = column(results, "health");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < standing.size(); i++) {
      String said =
          switch (value(health, i)) {
            case Exact number -> number.toDecimal().orElseThrow().setScale(6).toPlainString();
            case Value none -> none.toString();
          };
      String name = standings.get(((Member) value(standing, i)).ordinal());
      digest.update((i + "," + name + "," + said + "\n").getBytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
