package org.loadline.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.model.EntityRef;

/**
 * Turns the formulas of one pass into terms: params become constants, facts on a row at hand and
 * facts with arguments are substituted, other facts become columns.
 */
final class Translation {
  /** How a fact that has no parameters is read. */
  interface Reading {
    /** Whether the fact of that row is read from a column; if not, it is substituted. */
    boolean fromColumn(Fact fact, Optional<Term> row);

    /** Where a clone is read for a row, if it is kept in a column. */
    default Optional<FactRef> column(Clone clone, Term row) {
      return Optional.empty();
    }

    /** Where the sum is read that an aggregate of the whole is, if its rows' pass adds it up. */
    default Optional<FactRef> total(Expr.Aggregate e) {
      return Optional.empty();
    }

    /** What stands for a loop: itself, unless what it comes to is kept in a column. */
    default Term loop(Term loop) {
      return loop;
    }
  }

  private final Program program;
  private final ParamValues params;
  private final Terms terms;
  private final Reading reading;
  private final Worlds worlds;
  private final WorldTranslation supposed;
  private final Unrolling unrolling;
  private final CellTranslation cells;
  private final FactTranslation facts;
  private final LoopTranslation loops;
  private final AddedRows added;
  private final EarlierTranslation earlier;
  private final FoldTranslation folds;
  private final LookupTranslation lookups;
  private final OperationTranslation operations;

  Translation(
      Program program,
      ParamValues params,
      Soundness soundness,
      Terms terms,
      WrittenTables tables,
      Reading reading) {
    this.program = program;
    this.params = params;
    this.terms = terms;
    this.reading = reading;
    InputReads reads = new InputReads(program);
    AskedFacts asked = new AskedFacts(program, reads);
    LoopTranslation.Formulas formulas = this::term;
    this.worlds = new Worlds(soundness, reads);
    this.supposed =
        new WorldTranslation(program, terms, soundness, worlds, asked, formulas, () -> added());
    this.unrolling = new Unrolling(program, terms, formulas);
    this.cells =
        new CellTranslation(
            program, terms, soundness, worlds, supposed, unrolling, reading, formulas);
    this.facts =
        new FactTranslation(
            program, terms, soundness, reading, worlds, supposed, asked, () -> earlier(), formulas);
    this.loops =
        new LoopTranslation(
            terms,
            formulas,
            () -> worlds.world().depth(),
            (before, slots) -> earlier().before(before, slots),
            reading::loop);
    this.added = new AddedRows(program, terms, loops, formulas);
    this.earlier = new EarlierTranslation(program, terms, loops, formulas, facts::relevant, worlds);
    this.folds = new FoldTranslation(terms, loops, formulas);
    RowTables rows =
        new RowTables(
            new RowLookup.Made(
                program,
                terms,
                loops::variable,
                (entity, field, row) -> cells.cell(entity, field, List.of(), row, false)));
    this.lookups = new LookupTranslation(program, terms, worlds, tables, rows, formulas);
    this.operations = new OperationTranslation(terms, formulas);
  }

  // What is made later than those who ask for it.

  private AddedRows added() {
    return added;
  }

  private EarlierTranslation earlier() {
    return earlier;
  }

  /** The formula of a fact on a row, with its arguments. */
  Term fact(Fact fact, Optional<Term> row, List<Term> arguments) {
    return facts.fact(fact, row, arguments);
  }

  /** The facts that have been translated, each for every row and arguments it was read with. */
  List<Pass.Substituted> substituted() {
    return facts.substituted();
  }

  /** What a clone is on a row. */
  Term clone(Clone clone, Term row) {
    return worlds.in(
        clone.world(),
        () ->
            switch (clone.of()) {
              case ColumnKey.OfFact(FactRef fact) ->
                  fact(program.fact(fact), Optional.of(row), clone.arguments());
              case ColumnKey.OfField(EntityRef entity, int field, int member) ->
                  cells.cell(entity, field, clone.arguments(), row, false);
              default -> throw new IllegalArgumentException("not of rows: " + clone.of());
            });
  }

  /** What a row adds to a sum over all rows. */
  Pass.Totalled totalled(Totals.Total total, Term row) {
    Expr.Aggregate sum = total.sum();
    Map<Integer, Term> slots = Map.of(sum.binders().getFirst().slot(), row);
    boolean counts = sum.kind() == Expr.Aggregate.Kind.COUNT;
    return new Pass.Totalled(
        total.ref(),
        sum.filter().map(f -> term(f, slots, false)),
        counts ? Optional.empty() : Optional.of(term(sum.body(), slots, false)));
  }

  /** A condition on a row, or on the whole. */
  Term condition(Expr condition, Optional<Term> row) {
    Map<Integer, Term> slots = new HashMap<>();
    row.ifPresent(r -> slots.put(0, r));
    return term(condition, slots, false);
  }

  /**
   * One expression.
   *
   * @param slots the terms that stand in its frame
   * @param own whether an {@code else} answers for its own failure
   */
  private Term term(Expr expr, Map<Integer, Term> slots, boolean own) {
    Term term = translated(expr, slots, own);
    if (!(expr instanceof Expr.Local)) {
      term.standsFor(expr);
    }
    return term;
  }

  private Term translated(Expr expr, Map<Integer, Term> slots, boolean own) {
    return switch (expr) {
      case Expr.Constant e -> terms.constant(e.value(), Kind.of(e.type()));
      case Expr.Local e -> Objects.requireNonNull(slots.get(e.slot()));
      case Expr.ParamValue e ->
          supposed.param(
              e.param(), () -> terms.constant(params.value(e.param()), Kind.of(e.type())));
      case Expr.SystemValue e -> cells.system(e);
      case Expr.FieldOf e -> cells.field(e, slots, own);
      case Expr.FactOf e -> facts.read(e, slots, own);
      case Expr.Given e -> supposed.given(e, slots, own);
      case Expr.Search e -> loops.search(e, slots, own);
      case Expr.RowWithKey e -> lookups.row(e, slots, own);
      case Expr.Lookup e -> lookups.row(e, slots, own);
      case Expr.Marginal e -> lookups.charge(e, slots, own);
      case Expr.Interpolated e -> lookups.between(e, slots, own);
      case Expr.Negate e -> terms.arithmetic(new Shape.Negate(term(e.operand(), slots, false)));
      case Expr.Arithmetic e -> operations.arithmetic(e, slots);
      case Expr.Divide e ->
          terms.arithmetic(
              new Shape.Divide(term(e.left(), slots, false), term(e.right(), slots, false), own));
      case Expr.WholePower e -> operations.power(term(e.operand(), slots, false), e.exponent());
      case Expr.Apply e -> operations.apply(e, slots, own);
      case Expr.Round e -> operations.round(e, slots, own);
      case Expr.SquareRoot e ->
          throw new IllegalArgumentException("a square root stands under a rounding word");
      case Expr.AsNumber e -> term(e.operand(), slots, own);
      case Expr.Compare e ->
          terms.flag(
              new Shape.Compare(
                  e.comparison(), term(e.left(), slots, false), term(e.right(), slots, false)));
      case Expr.Same e ->
          operations.negated(
              e.negated(),
              new Shape.Same(term(e.left(), slots, false), term(e.right(), slots, false)));
      case Expr.IsNone e ->
          operations.negated(e.negated(), new Shape.IsNone(term(e.operand(), slots, false)));
      case Expr.IsUnlimited e ->
          operations.negated(e.negated(), new Shape.IsUnlimited(term(e.operand(), slots, false)));
      case Expr.InRange e -> operations.inRange(e, slots);
      case Expr.Among e -> operations.among(e, slots);
      case Expr.And e ->
          terms.flag(new Shape.And(term(e.left(), slots, false), term(e.right(), slots, false)));
      case Expr.Or e ->
          terms.flag(new Shape.Or(term(e.left(), slots, false), term(e.right(), slots, false)));
      case Expr.Not e -> terms.not(term(e.operand(), slots, false));
      case Expr.Decision e -> operations.decision(e, slots);
      case Expr.Else e -> {
        Term left = term(e.left(), slots, true);
        Term right = term(e.right(), slots, own);
        yield terms.make(new Shape.Else(left, right), Kind.of(e.type()));
      }
      case Expr.Aggregate e when unrolling.mayUnroll(e) -> unrolling.aggregate(e, slots, own);
      case Expr.Pick e when unrolling.mayUnroll(e) -> unrolling.pick(e, slots);
      case Expr.Aggregate e when AddedRows.meets(e, worlds.world()) ->
          added.aggregate(e, slots, worlds.world(), own);
      case Expr.Aggregate e ->
          (slots.isEmpty() && worlds.isActual() ? reading.total(e) : Optional.<FactRef>empty())
              .map(
                  t ->
                      terms.make(
                          new Shape.Read(new ColumnKey.OfFact(t), Optional.empty(), own),
                          Kind.NUMBER))
              .orElseGet(
                  () ->
                      earlier
                          .aggregate(e, slots, own)
                          .orElseGet(() -> loops.aggregate(e, slots, own)));
      case Expr.Pick e -> loops.pick(e, slots, own);
      case Expr.End e -> loops.end(e, slots, own);
      case Expr.Place e -> loops.place(e, slots, own);
      case Expr.Fold e -> folds.fold(e, slots);
      case Expr.Repeat e -> folds.repeat(e, slots, own);
    };
  }
}
