package org.loadline.cli.report;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.diff.Change;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.diff.MoveText;
import org.loadline.diff.Wording;

/** What was done to a definition, behind its name on one line. */
final class EditText {
  private EditText() {}

  static String of(Change change) {
    return switch (change.edit()) {
      case Edit.Added e -> "is new";
      case Edit.Removed e -> "is gone";
      case Edit.Renamed e ->
          "renamed from "
              + e.from().name()
              + (isReported(change) ? ", and reported under the new name" : "");
      case Edit.Rewritten e -> "changed";
      case Edit.ParamValue e -> moved(change, Optional.of(e.move()));
      case Edit.ParamLimits e -> "limits changed";
      case Edit.ParamType e -> "type changed";
      case Edit.RowAdded e -> row(e.row()) + "is new" + at(e.row());
      case Edit.RowRemoved e -> row(e.row()) + "is gone";
      case Edit.RowMoved e ->
          row(e.to()) + "is tried in place " + e.to().place() + ", was " + e.from().place();
      case Edit.Cell e -> row(e.row()) + e.column() + "  " + moved(change, e.move());
      case Edit.ColumnLimits e -> "column " + e.column() + " limits changed";
      case Edit.ColumnAdded e -> "column " + e.column() + " is new";
      case Edit.ColumnRemoved e -> "column " + e.column() + " is gone";
      case Edit.ColumnType e -> "column " + e.column() + "  " + e.before() + " → " + e.after();
      case Edit.TableForm e -> "lookup changed";
      case Edit.FieldAdded e ->
          e.field().name()
              + " is new"
              + (e.mustBeGiven() ? ": the host must give it" : "; it may be none");
      case Edit.FieldRemoved e -> e.field().name() + " is gone";
      case Edit.FieldChanged e -> field(e.after().name(), change) + "changed";
      case Edit.EntityForm e -> "form changed";
      case Edit.Assumed e ->
          change.before().isEmpty()
              ? "assumption is new"
              : change.after().isEmpty() ? "assumption is gone" : "assumption changed";
      case Edit.Members e -> members(e.before()) + " → " + members(e.after());
      case Edit.UnitOwner e -> owner(e.before()) + " → " + owner(e.after());
      case Edit.WaterfallPart e -> e.part().words() + " changed";
      case Edit.StepAdded e -> "step " + e.step() + " is new, in place " + e.place();
      case Edit.StepRemoved e -> "step " + e.step() + " is gone, was in place " + e.place();
      case Edit.StepMoved e -> "step " + e.step() + " in place " + e.to() + ", was " + e.from();
      case Edit.StepChanged e -> "step " + e.step() + " changed";
      case Edit.Role e -> role(e.before()) + " → " + role(e.after());
      case Edit.ReportedAs e -> e.before() + " → " + e.after();
      case Edit.Order e -> members(e.before()) + " → " + members(e.after());
    };
  }

  /** Whether the text itself is to be shown below. */
  static boolean showsText(Change change) {
    return switch (change.edit()) {
      case Edit.Added e -> showsText(change, true);
      case Edit.Removed e -> showsText(change, false);
      case Edit.Rewritten e -> showsText(change, true);
      case Edit.ParamType e -> true;
      case Edit.RowAdded e -> true;
      case Edit.RowRemoved e -> true;
      case Edit.TableForm e -> true;
      case Edit.FieldAdded e -> true;
      case Edit.FieldRemoved e -> true;
      case Edit.FieldChanged e -> true;
      case Edit.EntityForm e -> true;
      case Edit.Assumed e -> true;
      case Edit.WaterfallPart e -> true;
      case Edit.StepAdded e -> true;
      case Edit.StepRemoved e -> true;
      case Edit.StepChanged e -> true;
      case Edit.Renamed e -> false;
      case Edit.ParamValue e -> false;
      case Edit.ParamLimits e -> true;
      case Edit.RowMoved e -> false;
      case Edit.Cell e -> false;
      case Edit.ColumnLimits e -> true;
      case Edit.ColumnAdded e -> false;
      case Edit.ColumnRemoved e -> false;
      case Edit.ColumnType e -> false;
      case Edit.Members e -> false;
      case Edit.UnitOwner e -> false;
      case Edit.StepMoved e -> false;
      case Edit.Role e -> false;
      case Edit.ReportedAs e -> false;
      case Edit.Order e -> false;
    };
  }

  /** Tests and reports are known by their names. */
  private static boolean showsText(Change change, boolean isThere) {
    return switch (change.subject().kind()) {
      case REPORT, TEST, EXAMPLES, CASES -> false;
      case PROPERTY -> isThere;
      case UNIT,
          CHOICE,
          ENTITY,
          SYSTEM_INPUT,
          GROUP,
          PARAM,
          TABLE,
          FACT,
          FUNCTION,
          STATE,
          ASSUMPTION,
          ACTION,
          WATERFALL,
          ENVELOPE ->
          true;
    };
  }

  private static String moved(Change change, Optional<Move> move) {
    List<String> size = move.map(m -> MoveText.of(m, change.after()).size()).orElse(List.of());
    return arrow(change, "") + (size.isEmpty() ? "" : "  (" + String.join(", ", size) + ")");
  }

  private static String arrow(Change change, String nothing) {
    return change.before().map(Wording::line).orElse(nothing)
        + " → "
        + change.after().map(Wording::line).orElse(nothing);
  }

  private static boolean isReported(Change change) {
    return change.reach().outputs().stream()
        .anyMatch(o -> o.name().equals(change.subject().name()));
  }

  private static String row(Edit.Row row) {
    return row.name().startsWith("row ") ? row.name() + "  " : "row " + row.name() + "  ";
  }

  private static String at(Edit.Row row) {
    return ", in place " + row.place();
  }

  private static String field(String name, Change change) {
    return name.equals(change.subject().name()) ? "" : name + " ";
  }

  private static String members(List<String> members) {
    return String.join(", ", members);
  }

  private static String owner(Optional<String> owner) {
    return owner.map(o -> "one unit for each " + o).orElse("one unit for all");
  }

  private static String role(Optional<Output.Role> role) {
    return role.map(Output.Role::word).orElse("neither requirement nor allowance");
  }
}
