package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Place;
import org.loadline.model.Bucket;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;

/** The inputs that entries name as the places they write. */
final class Inputs {
  private static final int MOST_NAMED = 4;

  private final Checker in;
  private final Reads reads;
  private final Sweep sweep;

  Inputs(Checker in, Reads reads, Sweep sweep) {
    this.in = in;
    this.reads = reads;
    this.sweep = sweep;
  }

  /** An input of a row or of the whole; {@code read} is the formula that reads it. */
  record Input(Place place, Expr read, Field field) {
    Span span() {
      return place.span();
    }

    String text() {
      return Quote.of(span());
    }

    /** The declared unit, seen from where the place is named. */
    Unit unit() {
      return ((Type.Quantity) read.type().present()).unit();
    }

    Bucket bucket() {
      return field.bucket().orElseThrow();
    }

    /** The same for every row of the entity. */
    Reads.Cell cell() {
      return switch (place) {
        case Place.OfRow of -> new Reads.Cell.OfEntity(of.entity().index(), of.field());
        case Place.OfSystem of -> new Reads.Cell.OfWhole(of.input().index());
      };
    }

    /** The variable whose row it belongs to, or {@link Reads#ANY}. */
    int slot() {
      return place instanceof Place.OfRow of && of.row() instanceof Expr.Local local
          ? local.slot()
          : Reads.ANY;
    }
  }

  /** The input that a path leads to; empty if it leads to none, which has been said. */
  Optional<Input> of(Expression written, Scope s) {
    if (!new Depth(in).isBounded(written)) {
      return Optional.empty();
    }
    return of(in.names.value(written, s, Ask.PLAIN), written.span());
  }

  Optional<Input> of(Expr read, Span span) {
    if (Open.isBroken(read)) {
      return Optional.empty();
    }
    switch (read) {
      case Expr.FieldOf e -> {
        Field field = in.vocabulary.entity(e.entity()).fields().get(e.field());
        if (field.role() != Field.Role.INPUT) {
          in.complaints.say(EntryProblem.IDENTITY, span, "name", Quote.of(span));
          return Optional.empty();
        }
        if (in.vocabulary.entity(e.entity()).written()) {
          in.complaints.say(EntryProblem.NO_PLACE, span, "text", Quote.of(span));
          return Optional.empty();
        }
        return Optional.of(
            new Input(
                new Place.OfRow(e.row(), e.entity(), e.field(), e.family(), span), read, field));
      }
      case Expr.SystemValue e -> {
        Field field = in.vocabulary.bound().system().get(e.input().index());
        return Optional.of(new Input(new Place.OfSystem(e.input(), span), read, field));
      }
      case Expr.FactOf e -> {
        List<String> inputs = reads.inputs(e);
        String named =
            inputs.isEmpty()
                ? "no input"
                : String.join(", ", inputs.subList(0, Math.min(MOST_NAMED, inputs.size())))
                    + (inputs.size() > MOST_NAMED ? ", …" : "");
        in.complaints.say(EntryProblem.DERIVED, span, "name", Quote.of(span), "inputs", named);
        return Optional.empty();
      }
      // An argument that is an input is that input where it is written.
      case Expr.Local e
          when sweep.held.get(e.slot()) instanceof Expr.FieldOf
              || sweep.held.get(e.slot()) instanceof Expr.SystemValue -> {
        return of(sweep.held.get(e.slot()), span);
      }
      default -> {
        in.complaints.say(EntryProblem.NO_PLACE, span, "text", Quote.of(span));
        return Optional.empty();
      }
    }
  }

  /** An input with steps, which amounts are moved from and to. */
  Optional<Input> bucket(Expression written, Scope s) {
    return of(written, s).filter(this::isBucket);
  }

  boolean isBucket(Input input) {
    if (input.field().bucket().isEmpty()) {
      in.complaints.say(
          Complaints.filled(EntryProblem.NO_BUCKET, input.span(), "name", input.field().name())
              .also(input.field().span(), "declared here"),
          input.span());
      return false;
    }
    return true;
  }
}
