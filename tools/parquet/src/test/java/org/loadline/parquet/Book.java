package org.loadline.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.snapshot.DataProblem;
import org.loadline.snapshot.Loaded;
import org.loadline.snapshot.SnapshotReader;
import org.loadline.source.DiagnosticSink;

/** A policy with a field of every type, and a snapshot of it in CSV. */
final class Book {
  private static final String POLICY =
      """
      policy book

      unit USD
      unit ETH

      choice kind { retail, professional }

      system {
          now  : instant
          fund : USD
      }

      entity account {
          key id
          kind   : kind
          active : flag
          since  : date
          note   : text or none
          debt   : USD
          cap    : USD or none or unlimited
          staked : ETH in steps of 0.000000000000000001 ETH
      }

      entity loan {
          key number : count
          of account
          due : USD
      }

      for each account {
          cover = (debt + fund) / 3
          limit = cap
          owed  = sum(loans.due)
          share = debt / owed
          large = debt > 100 USD
          from  = since
          at    = now
          sort  = kind
          said  = note
          held  = staked
      }

      total = sum(accounts.debt)

      report account.cover, account.limit, account.share, account.large, account.from, account.at,
          account.sort, account.said, account.held, total
      """;

  private static final String ACCOUNTS =
      """
      id,kind,active,since,note,debt,cap,staked
      alice,retail,true,2024-02-29,"a, ""b""\",12.5,unlimited,1
      bob,professional,false,1969-12-31,,-1000.000001,none,123456789012345678901234567
      Zo\u00eb,retail,true,2026-11-20,late,0,99999999999999999999.99,0
      """;

  final Program program;
  final Path folder;

  Book(Path at) throws IOException {
    Path policy = Files.writeString(at.resolve("policy.risk"), POLICY);
    DiagnosticSink sink = new DiagnosticSink();
    program =
        new PolicyReader()
            .read(policy, sink)
            .flatMap(bound -> Checking.check(bound, sink))
            .orElseThrow(() -> new AssertionError(sink.diagnostics().toString()));
    folder = Files.createDirectories(at.resolve("snapshot"));
    Files.writeString(folder.resolve("system.csv"), "now,fund\n2026-11-20T08:00:00.5Z,2.25\n");
    Files.writeString(folder.resolve("account.csv"), ACCOUNTS);
    Files.writeString(
        folder.resolve("loan.csv"), "number,account,due\n1,alice,40\n2,alice,2.5\n1,bob,7\n");
  }

  Loaded load() {
    return SnapshotReader.read(program, folder);
  }

  /** The snapshot, about which there is nothing to say. */
  Snapshot snapshot() {
    Loaded loaded = load();
    if (!loaded.problems().isEmpty()) {
      throw new AssertionError(said(loaded));
    }
    return loaded.snapshot().orElseThrow();
  }

  static String said(Loaded loaded) {
    return loaded.problems().stream().map(DataProblem::text).collect(Collectors.joining("\n"));
  }

  /** Puts a Parquet file in the place of a CSV file. */
  void replace(String entity, byte[] file) throws IOException {
    Files.deleteIfExists(folder.resolve(entity + ".csv"));
    Files.write(folder.resolve(entity + ".parquet"), file);
  }

  /** Every cell of the rows of an entity, a line for each row. */
  static String text(Snapshot snapshot, String name) {
    Program program = snapshot.program();
    Entity entity = program.entity(name).orElseThrow();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < snapshot.rowCount(entity.ref()); row++) {
      List<String> cells = new ArrayList<>();
      for (Field field : entity.fields()) {
        Column column = snapshot.column(entity.ref(), field.index(), 0);
        cells.add(
            column.marks().isAbsent(row)
                ? "?"
                : ValueText.format(field.type(), column.value(row), program, snapshot));
      }
      lines.add(String.join(" | ", cells));
    }
    return String.join("\n", lines);
  }
}
