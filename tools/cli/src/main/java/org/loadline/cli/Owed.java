package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.loadline.bound.Suggestions;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.ValueText;
import org.loadline.evidence.Liabilities;
import org.loadline.evidence.Solvency;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** What a run says is owed, as the command line names it; refuses what is no amount. */
record Owed(PolicyRun.Ready ready, Results results) {
  private static final int LEAST_SECRET = 16;

  static Owed of(PolicyRun.Ready ready, Engine engine) {
    var evaluator = EngineStart.of(engine, 1).evaluator();
    return new Owed(ready, evaluator.evaluate(ready.policy(), ready.snapshot(), ready.params()));
  }

  static byte[] secret(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length < LEAST_SECRET) {
        throw Refusal.misuse(
            EvidenceUse.SHORT_SECRET,
            "path",
            file.toString(),
            "bytes",
            String.valueOf(bytes.length));
      }
      return bytes;
    } catch (IOException unreadable) {
      throw Refusal.misuse(UseProblem.NO_SUCH_PATH, "path", file.toString());
    }
  }

  /** The statement, and the rows that it is over. */
  record Stated(Solvency statement, Liabilities liabilities) {}

  Stated state(String of, Optional<String> met, Optional<String> reserves, byte[] secret) {
    OutputColumn owed = quantity(of, true);
    EntityRef entity = owed.output().owner().orElseThrow();
    List<Exact> amounts = new ArrayList<>();
    for (int row = 0; row < owed.size(); row++) {
      amounts.add(amount(owed, Optional.of(entity), row));
    }
    Liabilities liabilities =
        Liabilities.of(
            results,
            entity,
            amounts,
            met.map(rule -> rule(rule, entity)).orElse(row -> false),
            secret);
    Optional<Solvency.Reserves> there =
        reserves.map(
            name ->
                new Solvency.Reserves(
                    name, exact(sameUnit(quantity(name, false), owed), Optional.empty(), 0)));
    return new Stated(
        Solvency.of(
            Version.ofBuild(),
            ready.policy(),
            results,
            of,
            ((Type.Quantity) owed.output().type().present()).unit().toString(),
            met,
            liabilities,
            there),
        liabilities);
  }

  private OutputColumn column(String name, String wanted) {
    return results.columns().stream()
        .filter(column -> PolicyRun.fullName(column.output()).equals(name))
        .findFirst()
        .orElseThrow(() -> none(name, wanted));
  }

  private Refusal none(String name, String wanted) {
    List<String> known =
        results.columns().stream().map(c -> PolicyRun.fullName(c.output())).toList();
    return Refusal.misuse(
        EvidenceUse.NO_OUTPUT,
        "text",
        name,
        "policy",
        ready.policy().name(),
        "wanted",
        wanted,
        "known",
        Suggestions.hint(name, known, "It reports " + Words.listed(known) + "."));
  }

  private OutputColumn quantity(String name, boolean ofRows) {
    String wanted = ofRows ? "an amount of rows" : "an amount of no row";
    OutputColumn column = column(name, wanted);
    if (!(column.output().type().present() instanceof Type.Quantity)
        || column.output().owner().isPresent() != ofRows) {
      throw none(name, wanted);
    }
    return column;
  }

  private OutputColumn sameUnit(OutputColumn column, OutputColumn other) {
    var unit = ((Type.Quantity) other.output().type().present()).unit();
    if (!((Type.Quantity) column.output().type().present()).unit().equals(unit)) {
      throw none(PolicyRun.fullName(column.output()), "an amount in " + unit);
    }
    return column;
  }

  private Exact exact(OutputColumn column, Optional<EntityRef> entity, int row) {
    Value value = value(column, entity, row);
    if (value instanceof Exact amount) {
      return amount;
    }
    throw noAmount(column, entity, row, value.toString());
  }

  private Exact amount(OutputColumn column, Optional<EntityRef> entity, int row) {
    Exact amount = exact(column, entity, row);
    if (amount.signum() < 0) {
      throw Refusal.misuse(
          EvidenceUse.NEGATIVE,
          "output",
          PolicyRun.fullName(column.output()),
          "row",
          row(entity, row),
          "amount",
          ValueText.withUnit(
              column.output().type(), amount, results.program(), results.snapshot()));
    }
    return amount;
  }

  private Value value(OutputColumn column, Optional<EntityRef> entity, int row) {
    return switch (column.outcome(row)) {
      case Outcome.Known(Value value) -> value;
      case Outcome.Faulted(var fault) ->
          throw noAmount(column, entity, row, "fault " + fault.what().code().code());
    };
  }

  private Refusal noAmount(OutputColumn column, Optional<EntityRef> entity, int row, String found) {
    return Refusal.misuse(
        EvidenceUse.NO_AMOUNT,
        "output",
        PolicyRun.fullName(column.output()),
        "row",
        row(entity, row),
        "found",
        found);
  }

  private String row(Optional<EntityRef> entity, int row) {
    return entity
        .map(e -> e.name() + " " + results.snapshot().identity(e, row))
        .orElse("the whole");
  }

  // ---- What rows are to meet

  /** A flag, {@code choice=member}, or {@code requirement<=allowance}. */
  private IntPredicate rule(String text, EntityRef entity) {
    int most = text.indexOf("<=");
    if (most > 0) {
      return within(
          ofEntity(text.substring(0, most).strip(), entity),
          ofEntity(text.substring(most + 2).strip(), entity),
          entity);
    }
    int equals = text.indexOf('=');
    OutputColumn column = ofEntity((equals < 0 ? text : text.substring(0, equals)).strip(), entity);
    Type type = column.output().type().present();
    if (equals < 0) {
      if (!(type instanceof Type.Flag)) {
        throw none(text, "a flag");
      }
      return row -> value(column, Optional.of(entity), row).equals(Flag.of(true));
    }
    String member = text.substring(equals + 1).strip();
    if (!(type instanceof Type.OfChoice(var choice))
        || !results.program().choice(choice).members().contains(member)) {
      throw none(text, "an outcome and one of its members");
    }
    return row ->
        ValueText.format(
                type,
                value(column, Optional.of(entity), row),
                results.program(),
                results.snapshot())
            .equals(member);
  }

  private OutputColumn ofEntity(String name, EntityRef entity) {
    String wanted = "an output of " + entity.name();
    OutputColumn column = column(name, wanted);
    if (column.output().owner().filter(entity::equals).isEmpty()) {
      throw none(name, wanted);
    }
    return column;
  }

  private IntPredicate within(OutputColumn requirement, OutputColumn allowance, EntityRef entity) {
    if (!(requirement.output().type().present() instanceof Type.Quantity)) {
      throw none(PolicyRun.fullName(requirement.output()), "an amount");
    }
    if (!(allowance.output().type().present() instanceof Type.Quantity)) {
      throw none(PolicyRun.fullName(allowance.output()), "an amount");
    }
    sameUnit(allowance, requirement);
    return row -> {
      Value needed = value(requirement, Optional.of(entity), row);
      Value there = value(allowance, Optional.of(entity), row);
      return there instanceof Unlimited
          || (needed instanceof Exact a && there instanceof Exact b && a.compareTo(b) <= 0);
    };
  }
}
