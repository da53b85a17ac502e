package org.loadline.impact;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.diff.Difference;
import org.loadline.mandate.Guards;
import org.loadline.mandate.History;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.snapshot.SnapshotReader;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Small policies and books, made from text. */
final class Desk {
  /** Lending against collateral: three accounts, of which the last has nothing. */
  static final String POLICY =
      """
      policy desk

      unit USD

      entity account {
          key id
          cash, debt : USD
      }

      param rate = 10% within 0% .. 50%

      param least = 5 USD

      table tiers by owed : USD {
          | owed      | weight |
          | below 50  | 100%   |
          | below 100 | 120%   |
          | otherwise | 150%   |
      }

      choice standing { healthy, called, liquidatable }

      for each account {
          weighted = debt * tiers(debt).weight
          margin   = max(weighted * rate, least)
          standing = liquidatable when cash < margin
                   | called       when cash < margin * 2
                   | healthy      otherwise
      }

      waterfall closing of account when standing is liquidatable {
          step sale { set cash to 0 }
      }

      report account.standing, account.margin as requirement
      """;

  static final Map<String, String> BOOK =
      Map.of(
          "account",
          """
          id,cash,debt
          a,20,80
          b,9,60
          c,30,200
          d,100,0
          """);

  private Desk() {}

  static Program policy(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Source source = Source.of("desk.risk", text);
    Optional<Program> program = Checking.check(new PolicyReader().read(source, sink), sink);
    if (sink.hasErrors()) {
      throw new AssertionError(sink.diagnostics());
    }
    return program.orElseThrow();
  }

  /** The policy with some text replaced: old and new alternate. */
  static Program policy(String... replaced) {
    String text = POLICY;
    for (int i = 0; i < replaced.length; i += 2) {
      if (!text.contains(replaced[i])) {
        throw new AssertionError("no " + replaced[i]);
      }
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    return policy(text);
  }

  static Book book(Map<String, String> files) {
    FileSystem system = Jimfs.newFileSystem(Configuration.unix());
    Path folder = system.getPath("/book");
    try {
      Files.createDirectory(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey() + ".csv"), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Book() {
      @Override
      public String name() {
        return "book";
      }

      @Override
      public Optional<Snapshot> on(Program program) {
        return SnapshotReader.read(program, folder).snapshot();
      }
    };
  }

  static Plan plan(Program old, Program now, Orders orders) {
    Guards guards = Guards.of(Difference.between(old, now), History.NONE);
    Program effective = guards.effective();
    return new Plan(
        guards,
        effective,
        ParamValues.written(old),
        ParamValues.written(effective),
        new ReferenceEvaluator(),
        new Plan.Asked(true, Optional.of(orders), List.of()),
        Watch.NONE);
  }

  static Impact impact(Program old, Program now) throws Plan.Unusable {
    return plan(old, now, Orders.USUAL).on(book(BOOK));
  }
}
