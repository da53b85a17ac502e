package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;

/**
 * A program in which no fact is read by its name: each is replaced by its formula, as far as that
 * can be said.
 *
 * <p>This states the naming law: a fact is what its formula is, so the program has the same
 * results, and the same cells fault, though another definition may be named. A fact keeps its name
 * where its formula could not stand in its place or would mean something else there:
 *
 * <ul>
 *   <li>on the left of {@code else}, which would then answer for what fails inside it, and directly
 *       under a test for {@code none};
 *   <li>where it is known not to be {@code none} or {@code unlimited}, which only a name can be;
 *   <li>if it says what its arguments {@code need};
 *   <li>if it supposes a world, in which what it is given would be another;
 *   <li>if it belongs to a row that may be missing, or to a row or a whole that may break what is
 *       assumed of it: to read the fact is then a fault, to work out its formula need not be;
 *   <li>where the formula would grow beyond all bounds.
 * </ul>
 */
public final class Inlining {
  /** The most operations that a formula grows to. */
  private static final int LARGEST = 2_000;

  private final Program program;
  private final List<Fact> inlined = new ArrayList<>();

  private Inlining(Program program) {
    this.program = program;
  }

  /** The same program with the facts in its facts inlined; its outputs are the same facts. */
  public static Program inlined(Program program) {
    Inlining inlining = new Inlining(program);
    for (Fact fact : program.facts()) {
      inlining.add(fact);
    }
    return program.withFacts(inlining.inlined, program.outputs());
  }

  private void add(Fact fact) {
    Host host = new Host(fact);
    Expr body = host.expand(fact.body());
    inlined.add(
        new Fact(
            fact.ref(),
            fact.owner(),
            fact.parameters(),
            fact.needs(),
            body,
            fact.type(),
            host.slots,
            fact.origin(),
            fact.doc(),
            fact.span()));
  }

  /** A formula that facts are inlined into: its frame and its size grow. */
  private final class Host {
    private final Fact fact;
    private int slots;
    private int size;

    Host(Fact fact) {
      this.fact = fact;
      this.slots = fact.slots();
    }

    Expr expand(Expr expr) {
      size++;
      return switch (expr) {
        case Expr.FactOf read -> fact(read);
        case Expr.Else e ->
            new Expr.Else(e.type(), e.span(), answered(e.left()), expand(e.right()));
        case Expr.IsNone e ->
            new Expr.IsNone(e.type(), e.span(), e.negated(), answered(e.operand()));
        default -> ExprParts.map(expr, this::expand);
      };
    }

    /**
     * What {@code else} answers for: facts on the way to the operation that it looks at keep their
     * names, those among its operands do not.
     */
    private Expr answered(Expr expr) {
      size++;
      return switch (expr) {
        case Expr.FactOf read -> named(read);
        case Expr.FieldOf e ->
            new Expr.FieldOf(
                e.type(), e.span(), answered(e.row()), e.entity(), e.field(), all(e.family()));
        case Expr.RowWithKey e ->
            new Expr.RowWithKey(
                e.type(),
                e.span(),
                e.entity(),
                e.parent().map(this::answered),
                e.fields(),
                all(e.keys()));
        case Expr.Lookup e ->
            new Expr.Lookup(
                e.type(), e.span(), e.table(), e.owner().map(this::answered), all(e.keys()));
        case Expr.Marginal e ->
            new Expr.Marginal(
                e.type(),
                e.span(),
                e.table(),
                e.owner().map(this::answered),
                all(e.keys()),
                e.column());
        case Expr.Interpolated e ->
            new Expr.Interpolated(
                e.type(),
                e.span(),
                e.table(),
                e.owner().map(this::answered),
                all(e.keys()),
                e.column());
        case Expr.Round e ->
            new Expr.Round(e.type(), e.span(), e.rounding(), step(e.step()), answered(e.operand()));
        case Expr.AsNumber e -> new Expr.AsNumber(e.type(), e.span(), answered(e.operand()));
        case Expr.Else e ->
            new Expr.Else(e.type(), e.span(), answered(e.left()), answered(e.right()));
        default -> {
          size--;
          yield expand(expr);
        }
      };
    }

    private List<Expr> all(List<Expr> list) {
      return list.stream().map(this::expand).toList();
    }

    private StepSize step(StepSize step) {
      return ExprParts.map(step, this::expand);
    }

    private Expr named(Expr.FactOf read) {
      return new Expr.FactOf(
          read.type(),
          read.span(),
          read.row().map(this::answered),
          read.fact(),
          all(read.arguments()));
    }

    private Expr fact(Expr.FactOf read) {
      Optional<Expr> row = read.row().map(this::expand);
      List<Expr> arguments = all(read.arguments());
      if (read.fact().index() >= inlined.size()) {
        // Read of earlier rows, a fact may stand behind the one that reads it.
        return new Expr.FactOf(read.type(), read.span(), row, read.fact(), arguments);
      }
      Fact callee = inlined.get(read.fact().index());
      Substitution substitution = new Substitution(callee, row, arguments, slots);
      if (!mayStand(read, callee) || size + substitution.size() > LARGEST) {
        return new Expr.FactOf(read.type(), read.span(), row, read.fact(), arguments);
      }
      slots += callee.slots();
      size += substitution.size();
      return substitution.apply(callee.body());
    }

    private boolean mayStand(Expr.FactOf read, Fact callee) {
      boolean narrowed =
          read.type().isOptional() != callee.type().isOptional()
              || unlimited(read.type()) != unlimited(callee.type());
      return callee.needs().isEmpty()
          && !narrowed
          && (!supposes(callee) || isBare(read))
          && read.row().map(this::isThere).orElseGet(() -> isSound(callee));
    }

    /** Arguments and rows are worked out outside of the worlds that a formula supposes. */
    private boolean isBare(Expr.FactOf read) {
      return read.arguments().isEmpty()
          && read.row().filter(row -> !(row instanceof Expr.Local)).isEmpty();
    }

    /** A fact of a whole of which nothing is assumed; a function is not a fact of the whole. */
    private boolean isSound(Fact callee) {
      boolean both = isOfWhole(fact) && isOfWhole(callee);
      return both || !isOfWhole(callee) || !wholeMayBreak();
    }

    /** A row that is there whatever the data, and of which nothing is assumed. */
    private boolean isThere(Expr row) {
      return switch (row) {
        case Expr.Local local when local.slot() == 0 && fact.owner().isPresent() -> true;
        case Expr.Local local -> !mayBreak(local);
        case Expr.FieldOf field ->
            !field.type().isOptional() && !mayBreak(field) && isThere(field.row());
        default -> false;
      };
    }
  }

  private boolean mayBreak(Expr row) {
    return !(row.type() instanceof Type.RowOf(EntityRef entity, var path))
        || isBounded(program.entity(entity).fields())
        || program.assumptions().stream().anyMatch(a -> a.owner().equals(Optional.of(entity)));
  }

  private static boolean supposes(Fact fact) {
    return ExprWalk.first(fact.body(), Expr.Given.class).isPresent();
  }

  private boolean wholeMayBreak() {
    return isBounded(program.system())
        || program.assumptions().stream().anyMatch(a -> a.owner().isEmpty());
  }

  private static boolean isOfWhole(Fact fact) {
    return fact.owner().isEmpty() && fact.origin() == Fact.Origin.FACT;
  }

  private static boolean isBounded(List<Field> fields) {
    return fields.stream().map(Field::within).anyMatch(Optional::isPresent);
  }

  private static boolean unlimited(Type type) {
    return type.present() instanceof Type.Quantity q && q.orUnlimited();
  }

  /** A formula of one fact as it stands in another. */
  private record Substitution(Fact callee, Optional<Expr> row, List<Expr> arguments, int shift) {

    /** About how large the formula becomes. */
    int size() {
      int each = row.map(ExprParts::size).orElse(0);
      for (Expr argument : arguments) {
        each = Math.max(each, ExprParts.size(argument));
      }
      return ExprParts.size(callee.body()) + locals(callee.body()) * each;
    }

    private static int locals(Expr expr) {
      int[] count = {expr instanceof Expr.Local ? 1 : 0};
      ExprParts.map(
          expr,
          part -> {
            count[0] += locals(part);
            return part;
          });
      return count[0];
    }

    Expr apply(Expr expr) {
      if (!(expr instanceof Expr.Local local)) {
        return ExprParts.mapWithSlots(expr, this::apply, slot -> slot + shift);
      }
      if (row.isPresent() && local.slot() == 0) {
        return row.get();
      }
      for (int i = 0; i < arguments.size(); i++) {
        if (callee.parameters().get(i).slot() == local.slot()) {
          return arguments.get(i);
        }
      }
      return new Expr.Local(local.type(), local.span(), local.slot() + shift, local.name());
    }
  }
}
