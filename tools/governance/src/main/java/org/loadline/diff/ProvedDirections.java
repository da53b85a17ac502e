package org.loadline.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Cause;
import org.loadline.core.FactRef;
import org.loadline.core.Influence;
import org.loadline.core.Influence.Way;
import org.loadline.core.Influences;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.ProgramChange;
import org.loadline.meaning.Subject;
import org.loadline.meaning.Subject.Kind;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;

/**
 * Directions that hold for every row of every book, by what is monotone in the typed programs; a
 * change is taken by itself, whichever of the others are made.
 */
final class ProvedDirections implements Directions {
  private static final String MOVES_NOTHING = "it moves no number";

  @Override
  public List<Effect> of(Difference difference, Change change) {
    Verdict verdict = new Judge(difference, change).verdict();
    List<Effect> effects = new ArrayList<>();
    for (Output output : change.reach().outputs()) {
      output.role().ifPresent(role -> effects.add(effect(difference, change, verdict, output)));
    }
    return effects;
  }

  private static Effect effect(
      Difference difference, Change change, Verdict verdict, Output output) {
    if (!has(difference.before(), output)) {
      return new Effect(output, Direction.UNKNOWN, "`" + output.name() + "` was not reported");
    }
    if (!has(difference.after(), output)) {
      return new Effect(output, Direction.UNKNOWN, "`" + output.name() + "` is reported no more");
    }
    return switch (verdict) {
      case Verdict.Still(var reason) -> new Effect(output, Direction.NEUTRAL, reason);
      case Verdict.Open(var reason) -> new Effect(output, Direction.UNKNOWN, reason);
      case Verdict.Moves moves -> {
        Influence influence =
            new Influences(difference.after(), difference.before()).of(output, moves.cause());
        yield DirectionWords.effect(output, moves, influence, change);
      }
    };
  }

  private static boolean has(Program program, Output output) {
    return program.outputs().stream().anyMatch(o -> o.name().equals(output.name()));
  }

  /** What a change is to the numbers that read it. */
  sealed interface Verdict {
    /** It moves none. */
    record Still(String reason) implements Verdict {}

    /** It may move them in any way. */
    record Open(String reason) implements Verdict {}

    /**
     * It is a cause: {@code falls} if it is the other way round. {@code why} says which way it goes
     * itself, if that has to be said.
     */
    record Moves(String name, Cause cause, boolean falls, Optional<String> why)
        implements Verdict {}
  }

  /** Looks at one change. */
  private record Judge(Difference difference, Change change) {
    Verdict verdict() {
      return switch (change.edit()) {
        case Edit.Added e -> still("what reads it is a change of its own");
        case Edit.Removed e -> still("nothing that is left reads it");
        case Edit.Renamed e -> still("only its name is another");
        case Edit.Rewritten e -> rewritten();
        case Edit.ParamValue e ->
            moved(
                e.after().ref().name(),
                Cause.of(e.after().ref()),
                Way.between(e.before().value(), e.after().value()));
        case Edit.ParamLimits _, Edit.ColumnLimits _, Edit.Role _, Edit.Order _ ->
            still(MOVES_NOTHING);
        case Edit.RowAdded e -> row(e);
        case Edit.RowRemoved e -> row(e);
        case Edit.RowMoved e -> row(e);
        case Edit.Cell e -> cell(e);
        case Edit.FieldAdded _, Edit.ColumnAdded _ -> still("what reads it is a change of its own");
        case Edit.FieldRemoved _, Edit.ColumnRemoved _ -> still("nothing that is left reads it");
        case Edit.Assumed e -> still("it moves no number: a row that breaks it has none");
        case Edit.UnitOwner e -> still("units are checked, they move no number");
        case Edit.WaterfallPart _,
            Edit.StepAdded _,
            Edit.StepRemoved _,
            Edit.StepMoved _,
            Edit.StepChanged _ ->
            still("what is reported is worked out before a waterfall runs");
        case Edit.ParamType _,
            Edit.ColumnType _,
            Edit.TableForm _,
            Edit.FieldChanged _,
            Edit.EntityForm _,
            Edit.Members _,
            Edit.ReportedAs _ ->
            open("what was before cannot be compared with what is now");
      };
    }

    private static Verdict still(String reason) {
      return new Verdict.Still(reason);
    }

    private static Verdict open(String reason) {
      return new Verdict.Open(reason);
    }

    private static Verdict moved(String name, Cause cause, Way way) {
      return switch (way) {
        case NONE -> still(MOVES_NOTHING);
        case UNKNOWN -> open("the old value cannot be compared with the new one");
        case RISES -> new Verdict.Moves(name, cause, false, Optional.empty());
        case FALLS -> new Verdict.Moves(name, cause, true, Optional.empty());
      };
    }

    // ---- Formulas

    private Verdict rewritten() {
      Subject subject = change.subject();
      return switch (subject.kind()) {
        case FACT, FUNCTION, STATE -> facts(subject);
        case UNIT, ASSUMPTION, PROPERTY, TEST, EXAMPLES, CASES, ENVELOPE, REPORT ->
            still(MOVES_NOTHING);
        case ACTION, WATERFALL -> still("what is reported is worked out before a waterfall runs");
        case CHOICE, ENTITY, SYSTEM_INPUT, GROUP, PARAM, TABLE ->
            open("what was before cannot be compared with what is now");
      };
    }

    private Verdict facts(Subject subject) {
      int dot = subject.kind() == Kind.FUNCTION ? -1 : subject.name().lastIndexOf('.');
      String owner = dot < 0 ? "" : subject.name().substring(0, dot);
      String name = subject.name().substring(dot + 1);
      List<ProgramChange.Turned> turned =
          new ProgramChange(difference.before(), difference.after()).facts(owner, name);
      if (turned.isEmpty()) {
        return subject.kind() == Kind.STATE
            ? open("which way a state goes is not known")
            : still(MOVES_NOTHING);
      }
      Map<FactRef, Way> ways = new HashMap<>();
      turned.forEach(t -> ways.put(t.fact(), t.way()));
      boolean falls = turned.stream().allMatch(t -> t.way() == Way.FALLS);
      if (falls) {
        ways.replaceAll((fact, way) -> Way.RISES);
      }
      Optional<String> why = turned.stream().flatMap(t -> t.why().stream()).findFirst();
      return new Verdict.Moves(subject.name(), Cause.of(ways), falls, why);
    }

    // ---- Tables

    private Verdict cell(Edit.Cell edit) {
      Table table = table(difference.after());
      Optional<Field> field =
          table.grid()
              ? Optional.of(difference.after().entity(table.rows()).fields().getLast())
              : difference.after().entity(table.rows()).field(edit.column());
      boolean key =
          table.keys().stream().anyMatch(k -> k.name().equals(edit.column()))
              || field.filter(f -> f.role() == Field.Role.INPUT).isEmpty();
      if (!key && edit.move().isPresent()) {
        Cause cause = Cause.of(table.rows(), field.orElseThrow().index());
        Way way = Way.between(edit.move().get().from(), edit.move().get().to());
        return moved(change.subject().name() + "." + edit.column(), cause, way);
      }
      int row = edit.row().place() - 1;
      return !table.grid() && isOnlyOnCells()
          ? rows(TableRows.withKeysOf(table, table(difference.before()), row), table, Way.NONE)
          : tooMuch();
    }

    private Verdict row(Edit edit) {
      Table before = table(difference.before());
      Table after = table(difference.after());
      if (before.grid() || after.grid()) {
        return tooMuch();
      }
      return switch (edit) {
        case Edit.RowAdded(var row) ->
            rows(TableRows.without(after, row.place() - 1), after, Way.RISES);
        case Edit.RowRemoved(var row) ->
            rows(before, TableRows.without(before, row.place() - 1), Way.FALLS);
        case Edit.RowMoved(var from, var to) when isOnlyMove() ->
            rows(TableRows.moved(after, to.place() - 1, from.place() - 1), after, Way.NONE);
        default -> tooMuch();
      };
    }

    private Verdict rows(Table before, Table after, Way members) {
      Entity was = difference.before().entity(table(difference.before()).rows());
      Entity is = difference.after().entity(table(difference.after()).rows());
      return ProgramChange.table(before, was, after, is, members)
          .<Verdict>map(
              cause -> new Verdict.Moves(change.subject().name(), cause, false, Optional.empty()))
          .orElseGet(Judge::tooMuch);
    }

    private static Verdict tooMuch() {
      return open("the rows of the table cannot be compared one by one");
    }

    /** Whether all changes of the table are of cells, so that rows keep their places. */
    private boolean isOnlyOnCells() {
      return others().noneMatch(e -> isOfRows(e) || e instanceof Edit.RowMoved);
    }

    private boolean isOnlyMove() {
      return others().noneMatch(Judge::isOfRows)
          && others().filter(e -> e instanceof Edit.RowMoved).count() == 1;
    }

    private static boolean isOfRows(Edit edit) {
      return edit instanceof Edit.RowAdded || edit instanceof Edit.RowRemoved;
    }

    private java.util.stream.Stream<Edit> others() {
      return difference.changes().stream()
          .filter(c -> c.subject().equals(change.subject()))
          .map(Change::edit);
    }

    private Table table(Program program) {
      return program.tables().stream()
          .filter(t -> t.ref().name().equals(change.subject().name()))
          .findFirst()
          .orElseThrow();
    }
  }
}
