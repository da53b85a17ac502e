package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Place;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.data.FaultProblem;
import org.loadline.data.FixedFields;
import org.loadline.data.RowAt;
import org.loadline.data.SweepProblem;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;
import org.loadline.source.TextBrackets;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** Finds the cells that the places of entries mean. */
final class Cells {
  private final Program program;
  private final Map<Field, Optional<String>> fixed = new HashMap<>();

  /** A cell that an entry writes, its declaration, and where the text names it. */
  record Cell(ChangedCell at, Field field, Span span) {}

  Cells(Program program) {
    this.program = program;
  }

  /** The cell of a place; one that leads nowhere or cannot change is a {@link Failure}. */
  Cell of(Place place, Frame frame, Evaluation evaluation) {
    return switch (place) {
      case Place.OfSystem(InputRef input, Span span) ->
          new Cell(
              new ChangedCell(Optional.empty(), input.index(), 0, 0), program.input(input), span);
      case Place.OfRow(Expr row, EntityRef entity, int index, List<Expr> family, Span span) -> {
        Entity declared = program.entity(entity);
        Field field = declared.fields().get(index);
        int number = row(row, frame, evaluation);
        int member = member(field, family, frame, evaluation);
        Cell cell =
            new Cell(new ChangedCell(Optional.of(entity), index, member, number), field, span);
        Optional<String> why =
            fixed.computeIfAbsent(field, f -> FixedFields.why(program, declared, f));
        if (why.isPresent()) {
          Diagnostic.Builder said =
              Diagnostic.of(SweepProblem.CANNOT_CHANGE, span)
                  .with("place", text(cell, evaluation))
                  .with("why", why.get());
          throw Failure.passing(evaluation.words().fault(said, frame));
        }
        yield cell;
      }
    };
  }

  private static int row(Expr row, Frame frame, Evaluation evaluation) {
    Value value = evaluation.formulas().value(row, frame);
    if (value == None.INSTANCE) {
      Diagnostic.Builder said =
          evaluation
              .words()
              .at(
                  FaultProblem.REFERENCE_IS_NONE,
                  row.span(),
                  List.of(FaultWords.Part.of(row, value)))
              .with("reference", TextBrackets.text(row.span()));
      throw Failure.passing(evaluation.words().fault(said, frame));
    }
    return ((RowNumber) value).index();
  }

  private int member(Field field, List<Expr> family, Frame frame, Evaluation evaluation) {
    int member = 0;
    for (int i = 0; i < family.size(); i++) {
      int size = program.choice(field.family().get(i)).members().size();
      Member chosen = (Member) evaluation.formulas().value(family.get(i), frame);
      member = member * size + chosen.ordinal();
    }
    return member;
  }

  /** What stands in a cell; nothing there, or a broken row, is a {@link Failure}. */
  static Value value(Cell cell, Frame frame, Evaluation evaluation) {
    ChangedCell at = cell.at();
    if (at.entity().isEmpty()) {
      InputRef input = new InputRef(at.field(), cell.field().name());
      return evaluation
          .formulas()
          .value(new Expr.SystemValue(cell.field().type(), cell.span(), input), frame);
    }
    RowAt row = new RowAt(at.entity().get(), at.row());
    return evaluation.formulas().cell(row, at.field(), at.member(), cell.span(), frame);
  }

  /** A cell as people read it: {@code account alice.cash}, {@code insurance}. */
  String text(Cell cell, Evaluation evaluation) {
    ChangedCell at = cell.at();
    String name = cell.field().name() + family(cell.field(), at.member());
    return at.entity()
        .map(e -> e.name() + " " + evaluation.snapshot().identity(e, at.row()) + "." + name)
        .orElse(name);
  }

  /** The same without its row: {@code account.cash}. */
  String input(Cell cell) {
    String name = cell.field().name() + family(cell.field(), cell.at().member());
    return cell.at().entity().map(e -> e.name() + "." + name).orElse(name);
  }

  private String family(Field field, int member) {
    if (field.family().isEmpty()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    int rest = member;
    for (ChoiceRef choice : field.family().reversed()) {
      List<String> members = program.choice(choice).members();
      names.addFirst(members.get(rest % members.size()));
      rest /= members.size();
    }
    return "(" + String.join(", ", names) + ")";
  }

  /** A number with the unit of a cell. */
  static String shown(Type type, Value value, Evaluation evaluation) {
    return evaluation.words().shown(type, value);
  }
}
