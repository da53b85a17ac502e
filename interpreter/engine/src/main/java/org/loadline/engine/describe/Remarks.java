package org.loadline.engine.describe;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Expr;
import org.loadline.core.SearchWays;
import org.loadline.engine.lower.Note;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.WhyAsked;

/** What is special about how a term is worked out, in words. */
final class Remarks {
  private final Note note;
  private final boolean loaded;

  private final SearchWays searches;

  Remarks(Note note, boolean loaded, SearchWays searches) {
    this.searches = searches;
    this.note = note;
    this.loaded = loaded;
  }

  List<String> all() {
    List<String> remarks = new ArrayList<>();
    if (note.kept()) {
      return remarks;
    }
    lookup(remarks);
    for (Note.Way way : note.ways()) {
      remarks.add(
          switch (way) {
            case CROSS_PRODUCT -> "compared by cross product, without dividing";
            case SPLIT -> "each scale is summed by itself";
            case HALVES -> "summed in two halves, which carry nothing";
            case HALVES_CHECKED -> "summed in two halves, which carry nothing; checked for room";
            case WHOLE_ROOT -> "one root of a whole number, rounded at once";
            case ROUNDED_DIVISION -> "one division of whole numbers, rounded at once";
            case NEVER_ZERO -> "carried as two numbers; the divisor is never 0";
            case MAY_BE_ZERO -> "carried as two numbers; the divisor may be 0, which is checked";
            case EXACT -> known() ? "worked out as a fraction of any size" : "decided on loading";
            case FROM_EXACT -> "put back into its width if it fits";
            case RISING -> "found among bounds that rise: by counting few, by halving many";
            case ROW_BY_ROW ->
                loaded
                    ? "row by row: not all bounds are there, narrow and rising"
                    : "decided on loading";
            case ASKED -> loaded ? "looked up by the reference evaluator" : "decided on loading";
            case FROM_ROW ->
                loaded
                    ? "the charge below the row is known; the rest at the row's rate"
                    : "decided on loading";
          });
    }
    if (note.term().shape() instanceof Shape.AskedFact asked) {
      remarks.add("worked out by the reference evaluator: " + why(asked.why()));
    }
    if (note.term().shape() instanceof Shape.FindRow) {
      remarks.add("the row is looked up by its key");
    }
    if (note.term().shape() instanceof Shape.Search) {
      note.term()
          .formula()
          .filter(Expr.Search.class::isInstance)
          .ifPresent(search -> remarks.add(searches.of((Expr.Search) search).words()));
    }
    return remarks;
  }

  private static String why(WhyAsked why) {
    return switch (why) {
      case ADDED_ROW -> "a row that is added is looked at otherwise than by an aggregate";
      case ASSUMPTION -> "what is assumed may fail otherwise than by not holding";
      case ARGUMENTS -> "earlier rows are each asked with other arguments";
    };
  }

  /** Whether it would be done so on any snapshot. */
  private boolean known() {
    return loaded
        || note.parts().stream().noneMatch(p -> p.form().filter(NumberForm::isExact).isPresent());
  }

  /** How a lookup in a written table is decided shows in what it has become. */
  private void lookup(List<String> remarks) {
    boolean lookup =
        note.term()
            .formula()
            .filter(
                f ->
                    f instanceof Expr.Lookup
                        || f instanceof Expr.Marginal
                        || f instanceof Expr.Interpolated)
            .isPresent();
    if (!lookup || !note.ways().isEmpty()) {
      return;
    }
    long regions = regions(note);
    remarks.add(
        regions > 0
            ? "by region of its keys, of " + regions + " points: constants"
            : "by comparisons, row after row");
  }

  private static long regions(Note note) {
    long points = note.term().shape() instanceof Shape.Region region ? region.points().size() : 0;
    for (Note part : note.parts()) {
      points = Math.max(points, regions(part));
    }
    return points;
  }
}
