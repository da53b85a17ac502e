package org.loadline.page;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.diff.Change;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.diff.MoveText;
import org.loadline.diff.Wording;
import org.loadline.page.kit.Phrase;

/** What was done to a definition, in one line. */
final class EditWords {
  /** Pieces of a policy longer than this are shown under the line instead. */
  private static final int SHORT = 48;

  private static final String ARROW = " → ";

  private final Change change;

  private EditWords(Change change) {
    this.change = change;
  }

  /** Names the definition, then says what was done to it. */
  static Phrase of(Change change) {
    Phrase subject = Phrase.of(change.subject().kind().words() + " ").code(change.subject().name());
    return subject.then(new EditWords(change).done());
  }

  private Phrase done() {
    return switch (change.edit()) {
      case Edit.Added e -> Phrase.of(" is new");
      case Edit.Removed e -> Phrase.of(" is removed");
      case Edit.Renamed(var from) -> Phrase.of(" is the new name of ").code(from.name());
      case Edit.Rewritten e -> Phrase.of(" is rewritten").then(shortly(": "));
      case Edit.ParamValue e -> Phrase.of(": ").then(moved(Optional.of(e.move())));
      case Edit.ParamLimits e -> Phrase.of(" has other limits").then(shortly(": "));
      case Edit.ParamType e -> Phrase.of(" has another type").then(shortly(": "));
      case Edit.RowAdded(var row) -> row(row, " is new");
      case Edit.RowRemoved(var row) -> row(row, " is removed");
      case Edit.RowMoved(var from, var to) ->
          row(from, " is tried in place " + to.place() + ", before in place " + from.place());
      case Edit.Cell(var row, var column, var move) ->
          Phrase.of(", ").code(column).plain(" of ").code(row.name()).plain(": ").then(moved(move));
      case Edit.ColumnLimits(var column, var before, var after) ->
          column(column, " has other limits").then(shortly(": "));
      case Edit.ColumnAdded(var column) -> column(column, " is new");
      case Edit.ColumnRemoved(var column) -> column(column, " is removed");
      case Edit.ColumnType(var column, var before, var after) ->
          column(column, " is another: ").code(before).plain(ARROW).code(after);
      case Edit.TableForm e -> Phrase.of(" is looked up in another way").then(shortly(": "));
      case Edit.FieldAdded e ->
          Phrase.of(": field ")
              .code(e.field().name())
              .plain(e.mustBeGiven() ? " is new, snapshots must hold it" : " is new");
      case Edit.FieldRemoved(var field) ->
          Phrase.of(": field ").code(field.name()).plain(" is removed");
      case Edit.FieldChanged(var before, var after) ->
          Phrase.of(": field ").code(after.name()).plain(" is another").then(shortly(": "));
      case Edit.EntityForm e -> Phrase.of(" has another form").then(shortly(": "));
      case Edit.Assumed e -> assumed().then(shortly(": "));
      case Edit.Members(var before, var after) -> lists(": members ", before, after);
      case Edit.ReportedAs(var before, var after) ->
          Phrase.of(" is reported as ").code(after).plain(", before as ").code(before);
      case Edit.Order(var before, var after) -> lists(": in the order ", before, after);
      case Edit.UnitOwner(var before, var after) ->
          Phrase.of(" belongs to ").then(owner(after)).plain(", before to ").then(owner(before));
      case Edit.WaterfallPart(var part) ->
          Phrase.of(": " + part.words() + " is another").then(shortly(": "));
      case Edit.StepAdded(var step, var place) -> step(step, " is new, in place " + place);
      case Edit.StepRemoved(var step, var place) -> step(step, " is removed");
      case Edit.StepMoved(var step, var from, var to) ->
          step(step, " runs in place " + to + ", before in place " + from);
      case Edit.StepChanged(var step) -> step(step, " does otherwise").then(shortly(": "));
      case Edit.Role(var before, var after) -> role(before, after);
    };
  }

  private Phrase assumed() {
    boolean isNew = change.before().isEmpty();
    boolean isGone = change.after().isEmpty();
    return Phrase.of(
        isNew
            ? ": an assumption is new"
            : isGone ? ": an assumption is removed" : ": an assumption is another");
  }

  private static Phrase lists(String before, List<String> from, List<String> to) {
    return Phrase.of(before).code(String.join(", ", from)).plain(ARROW).code(String.join(", ", to));
  }

  private Phrase moved(Optional<Move> move) {
    Phrase values = written(change.before()).plain(ARROW).then(written(change.after()));
    List<String> size = move.map(m -> MoveText.of(m, change.after()).size()).orElse(List.of());
    return size.isEmpty() ? values : values.plain(" (" + String.join(", ", size) + ")");
  }

  private static Phrase written(Optional<Wording> wording) {
    return wording.map(w -> Phrase.ofCode(w.line())).orElse(Phrase.of("nothing"));
  }

  /** The old and the new text, if they fit in the line. */
  private Phrase shortly(String before) {
    boolean fits =
        change.before().isPresent()
            && change.after().isPresent()
            && change.before().get().line().length() <= SHORT
            && change.after().get().line().length() <= SHORT;
    return fits
        ? Phrase.of(before)
            .then(written(change.before()))
            .plain(ARROW)
            .then(written(change.after()))
        : Phrase.NOTHING;
  }

  private static Phrase row(Edit.Row row, String done) {
    return Phrase.of(": row ").code(row.name()).plain(done);
  }

  private static Phrase column(String column, String done) {
    return Phrase.of(": column ").code(column).plain(done);
  }

  private static Phrase step(String step, String done) {
    return Phrase.of(": step ").code(step).plain(done);
  }

  private static Phrase owner(Optional<String> owner) {
    return owner.map(Phrase::ofCode).orElse(Phrase.of("nothing"));
  }

  private static Phrase role(Optional<Output.Role> before, Optional<Output.Role> after) {
    return Phrase.of(" counts as " + role(after) + ", before as " + role(before));
  }

  private static String role(Optional<Output.Role> role) {
    return role.map(r -> (r == Output.Role.REQUIREMENT ? "a " : "an ") + r.word())
        .orElse("neither requirement nor allowance");
  }

  /** Of a change, whether all that is to be shown of its text stands in the line. */
  static boolean isWhole(Change change) {
    List<Phrase.Part> parts = of(change).parts();
    return List.of(change.before(), change.after()).stream()
        .flatMap(Optional::stream)
        .allMatch(w -> parts.contains(new Phrase.Part.Code(w.line())));
  }
}
