package org.loadline.mandate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Envelope;
import org.loadline.core.Envelope.Requirement;
import org.loadline.core.Expr;
import org.loadline.core.ExprParts;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.mandate.Workings.Worked;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.values.Flag;
import org.loadline.values.Value;

/**
 * Works out the conditions of an envelope: over the params and tables of the new policy, and over
 * what they were in the old one.
 */
final class Requirements {
  private final Mandated after;
  private final Optional<Mandated> before;
  private final Optional<Difference> difference;
  private final Workings workings;

  Requirements(
      Mandated after,
      Optional<Mandated> before,
      Optional<Difference> difference,
      Workings workings) {
    this.after = after;
    this.before = before;
    this.difference = difference;
    this.workings = workings;
  }

  List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < after.envelope().requirements().size(); i++) {
      Requirement requirement = after.envelope().requirements().get(i);
      int place = i;
      Optional<Requirement> old = before.map(b -> b.envelope().requirements().get(place));
      clauses.add(clause(requirement, old));
    }
    return clauses;
  }

  private Clause clause(Requirement requirement, Optional<Requirement> old) {
    if (!requirement.was().isEmpty()) {
      if (before.isEmpty() || old.isEmpty()) {
        return clause(requirement, Clause.Finding.UNCHECKED, "no old policy");
      }
      Optional<String> other = otherwise(requirement, old.get());
      if (other.isPresent()) {
        return clause(requirement, Clause.Finding.OUTSIDE, other.get());
      }
    }
    Optional<String> broken = broken(requirement, old);
    return broken
        .map(says -> clause(requirement, Clause.Finding.OUTSIDE, says))
        .orElseGet(() -> clause(requirement, Clause.Finding.INSIDE, "it holds"));
  }

  private static Clause clause(Requirement requirement, Clause.Finding finding, String says) {
    String condition = Lines.of(requirement.span());
    String rows = requirement.rows().map(r -> "for each " + r.name() + ": ").orElse("");
    String text = requirement.title().map(t -> "\"" + t + "\": ").orElse("") + rows + condition;
    return new Clause(Clause.Kind.REQUIREMENT, "require " + text, finding, says);
  }

  /** Why old and new values do not compare, if they do not. */
  private Optional<String> otherwise(Requirement requirement, Requirement old) {
    for (int i = 0; i < requirement.was().size(); i++) {
      Envelope.Was now = requirement.was().get(i);
      if (!isAlike(now.value().type(), old.was().get(i).value().type())) {
        return Optional.of("`" + Lines.of(now.value().span()) + "` is of another type than it was");
      }
    }
    return requirement
        .rows()
        .flatMap(this::table)
        .filter(table -> difference.filter(d -> hasOtherRows(d, table.ref().name())).isPresent())
        .map(table -> "the rows of `" + table.ref().name() + "` are not those that there were");
  }

  private static boolean hasOtherRows(Difference difference, String table) {
    return difference.changes().stream()
        .filter(c -> c.subject().name().equals(table))
        .anyMatch(
            c ->
                c.edit() instanceof Edit.RowAdded
                    || c.edit() instanceof Edit.RowRemoved
                    || c.edit() instanceof Edit.RowMoved);
  }

  private static boolean isAlike(Type one, Type other) {
    return one.present() instanceof Type.Quantity a && other.present() instanceof Type.Quantity b
        ? a.unit().equals(b.unit())
        : one.present().getClass() == other.present().getClass();
  }

  private Optional<Table> table(EntityRef rows) {
    return after.program().tables().stream().filter(t -> t.rows().equals(rows)).findFirst();
  }

  // ---- Working out

  /** What is said of the first row that breaks a condition. */
  private Optional<String> broken(Requirement requirement, Optional<Requirement> old) {
    List<List<Worked>> were = were(requirement, old);
    int rows = requirement.rows().flatMap(this::table).map(t -> t.written().size()).orElse(1);
    List<Expr> conditions = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Map<Integer, Expr> known = new HashMap<>();
      for (int i = 0; i < were.size(); i++) {
        Worked was = were.get(i).get(row);
        Envelope.Was read = requirement.was().get(i);
        if (was.value().isEmpty()) {
          return Optional.of(
              "`was " + Lines.of(read.value().span()) + "` has no value: " + was.fault());
        }
        known.put(
            read.slot(),
            new Expr.Constant(read.value().type(), read.value().span(), was.value().get()));
      }
      conditions.add(filled(requirement.condition(), known));
    }
    return broken(requirement, conditions);
  }

  private List<List<Worked>> were(Requirement requirement, Optional<Requirement> old) {
    if (requirement.was().isEmpty() || before.isEmpty() || old.isEmpty()) {
      return List.of();
    }
    Questions questions = new Questions(before.get().program());
    old.get().was().forEach(w -> questions.ask(old.get().rows(), w.value(), old.get().slots()));
    return workings.outputs(questions.program());
  }

  private static Expr filled(Expr expr, Map<Integer, Expr> known) {
    if (expr instanceof Expr.Local local) {
      return known.getOrDefault(local.slot(), expr);
    }
    return ExprParts.map(expr, part -> filled(part, known));
  }

  private Optional<String> broken(Requirement requirement, List<Expr> conditions) {
    Questions questions = new Questions(after.program());
    for (Expr condition : conditions) {
      questions.ask(requirement.rows(), condition, requirement.slots());
    }
    List<List<Worked>> answers = workings.outputs(questions.program());
    for (int row = 0; row < conditions.size(); row++) {
      Worked answer = answers.get(row).get(row);
      String of = requirement.rows().isPresent() ? row(requirement, row) + ": " : "";
      if (answer.value().isEmpty()) {
        return Optional.of(of + answer.fault());
      }
      if (!answer.value().get().equals(Flag.TRUE)) {
        return Optional.of(of + why(requirement, conditions.get(row), row));
      }
    }
    return Optional.empty();
  }

  /** The first column of a row, which names it as well as another. */
  private String row(Requirement requirement, int row) {
    Table table = requirement.rows().flatMap(this::table).orElseThrow();
    Entity rows = after.program().entity(table.rows());
    Value first = table.written().get(row).getFirst();
    String text = Measure.of(rows.fields().getFirst().type(), "").value(first);
    return text.equals("none") ? "row " + (row + 1) : text;
  }

  /** The two sides of the comparison that does not hold. */
  private String why(Requirement requirement, Expr condition, int row) {
    List<Expr> parts = parts(condition);
    for (Expr part : parts) {
      if (part instanceof Expr.Compare compare) {
        Questions questions = new Questions(after.program());
        List.of(part, compare.left(), compare.right())
            .forEach(e -> questions.ask(requirement.rows(), e, requirement.slots()));
        List<Worked> sides =
            workings.outputs(questions.program()).stream().map(o -> o.get(row)).toList();
        boolean false_ = sides.getFirst().value().filter(Flag.FALSE::equals).isPresent();
        if (false_ && sides.stream().allMatch(s -> s.value().isPresent())) {
          boolean percent =
              new Percentages(after.program()).all(List.of(compare.left(), compare.right()));
          String written = percent ? "%" : "";
          return "`"
              + Lines.of(part.span())
              + "` is "
              + Measure.of(compare.left().type(), written).value(sides.get(1).value().get())
              + " against "
              + Measure.of(compare.right().type(), written).value(sides.get(2).value().get());
        }
      }
    }
    return "it does not hold";
  }

  private static List<Expr> parts(Expr condition) {
    List<Expr> parts = new ArrayList<>();
    if (condition instanceof Expr.And and) {
      parts.addAll(parts(and.left()));
      parts.addAll(parts(and.right()));
    } else {
      parts.add(condition);
    }
    return parts;
  }
}
