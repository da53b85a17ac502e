package org.loadline.engine.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.data.ParamValues;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

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

  private record Instance(FactRef fact, Optional<Term> row, List<Term> arguments, World world) {}

  private final Program program;
  private final ParamValues params;
  private final Terms terms;
  private final Soundness soundness;
  private final Reading reading;
  private final LoopTranslation loops;
  private final FoldTranslation folds;
  private final AddedRows added;
  private final EarlierTranslation earlier;
  private final WrittenTables tables;
  private final RowTables rows;
  private final AskedFacts asked;
  private final WorldTranslation worlds;
  private final Unrolling unrolling;
  private final Map<Instance, Term> instances = new LinkedHashMap<>();

  Translation(
      Program program,
      ParamValues params,
      Soundness soundness,
      Terms terms,
      WrittenTables tables,
      Reading reading) {
    this.program = program;
    this.soundness = soundness;
    this.params = params;
    this.terms = terms;
    this.tables = tables;
    this.reading = reading;
    InputReads reads = new InputReads(program);
    this.asked = new AskedFacts(program, reads);
    this.worlds =
        new WorldTranslation(
            program, terms, soundness, reads, asked, this::term, () -> addedRows());
    this.loops =
        new LoopTranslation(
            terms,
            this::term,
            () -> worlds.world().depth(),
            (b, slots) -> before(b, slots),
            reading::loop);
    this.added = new AddedRows(program, terms, loops, this::term);
    this.folds = new FoldTranslation(terms, loops, this::term);
    this.earlier =
        new EarlierTranslation(program, terms, loops, this::term, this::relevantFact, worlds);
    this.unrolling = new Unrolling(program, terms, this::term);
    this.rows =
        new RowTables(
            new RowLookup.Made(
                program,
                terms,
                loops::variable,
                (entity, field, row) -> cell(entity, field, List.of(), row, false)));
  }

  /** The formula of a fact on a row, with its arguments. */
  Term fact(Fact fact, Optional<Term> row, List<Term> arguments) {
    Instance instance = new Instance(fact.ref(), row, arguments, worlds.world());
    Term known = instances.get(instance);
    if (known != null) {
      return known;
    }
    if (worlds.isActual() && asked.isAsked(fact)) {
      Shape ask = new Shape.AskedFact(fact.ref(), row, fact.type(), asked.why(fact));
      Term found = terms.make(ask, Kind.of(fact.type()) == Kind.NUMBER ? Kind.NUMBER : Kind.INDEX);
      found.standsFor(fact);
      instances.put(instance, found);
      return found;
    }
    Map<Integer, Term> slots = new HashMap<>();
    row.ifPresent(r -> slots.put(0, r));
    for (int i = 0; i < arguments.size(); i++) {
      slots.put(fact.parameters().get(i).slot(), arguments.get(i));
    }
    Term body = term(fact.body(), slots, false);
    Term met = fact.needs().map(n -> guarded(term(n, slots, false), body, false)).orElse(body);
    Term term = sound(fact, row, met);
    term.standsFor(fact);
    instances.put(instance, term);
    return term;
  }

  /** A fact as it is in the nearest world that it tells apart. */
  private Term relevantFact(Fact fact, Optional<Term> row, List<Term> arguments) {
    return worlds.in(worlds.relevant(fact), () -> fact(fact, row, arguments));
  }

  private AddedRows addedRows() {
    return added;
  }

  private Domain before(Rows.Before before, Map<Integer, Term> slots) {
    return earlier.before(before, slots);
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
                  cell(entity, field, clone.arguments(), row, false);
              default -> throw new IllegalArgumentException("not of rows: " + clone.of());
            });
  }

  /** The facts that have been translated, each for every row and arguments it was read with. */
  List<Pass.Substituted> substituted() {
    return instances.entrySet().stream().map(i -> substituted(i.getKey(), i.getValue())).toList();
  }

  private Pass.Substituted substituted(Instance of, Term term) {
    boolean supposed =
        !of.world().isActual() || of.arguments().stream().anyMatch(Translation::isScenario);
    return new Pass.Substituted(program.fact(of.fact()), term, supposed);
  }

  /** A row of a written table: what an aggregate over it was written out for. */
  private static boolean isScenario(Term argument) {
    return argument.shape() instanceof Shape.Constant(RowNumber row);
  }

  private Term guarded(Term condition, Term body, boolean own) {
    return terms.make(new Shape.If(condition, body, fail(own)), body.kind());
  }

  /** Nothing of a row that breaks an assumption may be used. */
  private Term sound(Fact fact, Optional<Term> row, Term body) {
    if (!worlds.isActual()) {
      boolean whole = row.isEmpty() && fact.origin() == Fact.Origin.FACT;
      Term usable = whole && worlds.isWholeBroken() ? guarded(no(), body, false) : body;
      return worlds.guarded(
          row.map(r -> worlds.soundness(fact.owner().orElseThrow(), r))
              .orElseGet(() -> whole ? worlds.wholeSoundness() : List.of()),
          usable);
    }
    if (row.isEmpty()) {
      boolean whole = fact.origin() == Fact.Origin.FACT && soundness.wholeIsBroken();
      return whole ? guarded(no(), body, false) : body;
    }
    EntityRef entity = fact.owner().orElseThrow();
    if (!soundness.broken().contains(entity)) {
      return body;
    }
    Term sound = read(new ColumnKey.OfSoundness(entity), row, false, Kind.INDEX);
    return guarded(
        flag(new Shape.Same(sound, terms.constant(new Member(0), Kind.INDEX))), body, false);
  }

  private Term no() {
    return terms.constant(Flag.FALSE, Kind.FLAG);
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

  private Term fail(boolean own) {
    return terms.make(new Shape.Fail(own), Kind.NOTHING);
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
          worlds.param(e.param(), () -> terms.constant(params.value(e.param()), Kind.of(e.type())));
      case Expr.SystemValue e -> worlds.system(e.input(), () -> system(e));
      case Expr.FieldOf e -> field(e, slots, own);
      case Expr.FactOf e -> factOf(e, slots, own);
      case Expr.Given e -> worlds.given(e, slots, own);
      case Expr.Search e -> loops.search(e, slots, own);
      case Expr.RowWithKey e ->
          terms.make(
              new Shape.FindRow(
                  e.entity(),
                  e.parent().map(p -> term(p, slots, own)),
                  e.fields(),
                  all(e.keys(), slots),
                  own),
              Kind.INDEX);
      case Expr.Lookup e -> {
        Optional<Term> owner = e.owner().map(o -> term(o, slots, own));
        List<Term> keys = all(e.keys(), slots);
        Table table = program.table(e.table());
        yield worlds.touches(table.rows())
            ? rows.lookup(table, owner, keys, own)
            : tables.lookup(e.table(), owner, keys, own, rows);
      }
      case Expr.Marginal e -> {
        Optional<Term> owner = e.owner().map(o -> term(o, slots, own));
        List<Term> keys = all(e.keys(), slots);
        Table table = program.table(e.table());
        yield worlds.touches(table.rows())
            ? rows.marginal(table, owner, keys, e.column(), own)
            : tables.marginal(e.table(), owner, keys, e.column(), own, rows);
      }
      case Expr.Interpolated e -> {
        Optional<Term> owner = e.owner().map(o -> term(o, slots, own));
        yield tables.interpolated(e.table(), owner, all(e.keys(), slots), e.column(), own, rows);
      }
      case Expr.Negate e -> terms.arithmetic(new Shape.Negate(term(e.operand(), slots, false)));
      case Expr.Arithmetic e -> arithmetic(e, slots);
      case Expr.Divide e ->
          terms.arithmetic(
              new Shape.Divide(term(e.left(), slots, false), term(e.right(), slots, false), own));
      case Expr.WholePower e -> power(term(e.operand(), slots, false), e.exponent());
      case Expr.Apply e -> apply(e, slots, own);
      case Expr.Round e -> round(e, slots, own);
      case Expr.SquareRoot e ->
          throw new IllegalArgumentException("a square root stands under a rounding word");
      case Expr.AsNumber e -> term(e.operand(), slots, own);
      case Expr.Compare e ->
          terms.make(
              new Shape.Compare(
                  e.comparison(), term(e.left(), slots, false), term(e.right(), slots, false)),
              Kind.FLAG);
      case Expr.Same e ->
          negated(
              e.negated(),
              new Shape.Same(term(e.left(), slots, false), term(e.right(), slots, false)));
      case Expr.IsNone e -> negated(e.negated(), new Shape.IsNone(term(e.operand(), slots, false)));
      case Expr.IsUnlimited e ->
          negated(e.negated(), new Shape.IsUnlimited(term(e.operand(), slots, false)));
      case Expr.InRange e -> inRange(e, slots);
      case Expr.Among e -> among(e, slots);
      case Expr.And e ->
          flag(new Shape.And(term(e.left(), slots, false), term(e.right(), slots, false)));
      case Expr.Or e ->
          flag(new Shape.Or(term(e.left(), slots, false), term(e.right(), slots, false)));
      case Expr.Not e -> flag(new Shape.Not(term(e.operand(), slots, false)));
      case Expr.Decision e -> decision(e, slots);
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
              .map(t -> read(new ColumnKey.OfFact(t), Optional.empty(), own, Kind.NUMBER))
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

  private Term flag(Shape shape) {
    return terms.make(shape, Kind.FLAG);
  }

  private Term negated(boolean negated, Shape shape) {
    return negated ? flag(new Shape.Not(flag(shape))) : flag(shape);
  }

  private List<Term> all(List<Expr> exprs, Map<Integer, Term> slots) {
    return exprs.stream().map(e -> term(e, slots, false)).toList();
  }

  private Term read(ColumnKey column, Optional<Term> row, boolean own, Kind kind) {
    return terms.make(new Shape.Read(column, row, own), kind);
  }

  private Term system(Expr.SystemValue e) {
    Term read = read(new ColumnKey.OfSystem(e.input()), Optional.empty(), false, Kind.of(e.type()));
    // What fails keeps the kind that its readers want.
    return worlds.isWholeBroken() ? guarded(no(), read, false) : read;
  }

  private Term field(Expr.FieldOf e, Map<Integer, Term> slots, boolean own) {
    Term row = term(e.row(), slots, own);
    Optional<Term> written = unrolling.cell(e, row);
    if (written.isPresent() && !soundness.broken().contains(e.entity())) {
      return written.get();
    }
    List<Term> members = all(e.family(), slots);
    if (worlds.gives(e.entity(), e.field()) && !AddedRows.isAdded(row)) {
      ColumnKey first = new ColumnKey.OfField(e.entity(), e.field(), 0);
      Clone clone = new Clone(first, members, worlds.relevant(e.entity(), e.field()));
      Optional<FactRef> column = reading.column(clone, row);
      if (column.isPresent()) {
        return read(new ColumnKey.OfFact(column.get()), Optional.of(row), own, Kind.of(e.type()));
      }
    }
    return worlds.isActual()
        ? actual(e.entity(), e.field(), members, row, own)
        : there(row, cell(e.entity(), e.field(), members, row, own), own);
  }

  /** A cell of a row that is there, in the world at hand. */
  private Term cell(EntityRef entity, int field, List<Term> members, Term row, boolean own) {
    return worlds.cell(entity, field, members, row, () -> actual(entity, field, members, row, own));
  }

  /** What is worked out from a row, if the row is there; otherwise the path fails before it. */
  private Term there(Term row, Term body, boolean own) {
    boolean simple =
        switch (row.shape()) {
          case Shape.Variable _, Shape.Constant _, Shape.Added _ -> true;
          default -> false;
        };
    return simple ? body : guarded(flag(new Shape.Not(flag(new Shape.IsNone(row)))), body, own);
  }

  private Term actual(EntityRef entity, int index, List<Term> members, Term row, boolean own) {
    Field field = program.entity(entity).fields().get(index);
    List<Integer> sizes =
        field.family().stream().map(c -> program.choice(c).members().size()).toList();
    return member(entity, field, Optional.of(row), members, sizes, 0, 0, own);
  }

  /** A column family is a decision on its members; known members leave one column. */
  private Term member(
      EntityRef entity,
      Field field,
      Optional<Term> row,
      List<Term> members,
      List<Integer> sizes,
      int at,
      int place,
      boolean own) {
    Kind kind = Kind.of(field.type());
    if (at == members.size()) {
      return read(worlds.column(entity, field.index(), place), row, own, kind);
    }
    int first = place * sizes.get(at);
    if (members.get(at).shape() instanceof Shape.Constant(Member(int ordinal))) {
      return member(entity, field, row, members, sizes, at + 1, first + ordinal, own);
    }
    int last = sizes.get(at) - 1;
    Term chosen = member(entity, field, row, members, sizes, at + 1, first + last, own);
    for (int ordinal = last - 1; ordinal >= 0; ordinal--) {
      Term same =
          flag(new Shape.Same(members.get(at), terms.constant(new Member(ordinal), Kind.INDEX)));
      Term here = member(entity, field, row, members, sizes, at + 1, first + ordinal, own);
      chosen = terms.make(new Shape.If(same, here, chosen), kind);
    }
    return chosen;
  }

  private Term factOf(Expr.FactOf e, Map<Integer, Term> slots, boolean own) {
    if (e.row().filter(Translation::isEarlier).isPresent()) {
      Optional<Term> carried = earlier.factOf(e, slots, own);
      if (carried.isPresent()) {
        return carried.get();
      }
    }
    Optional<Term> row = e.row().map(r -> term(r, slots, own));
    Fact fact = program.fact(e.fact());
    List<Term> arguments = all(e.arguments(), slots);
    Optional<Term> inOrder = row.flatMap(r -> earlier.inOrder(fact, r, arguments));
    if (inOrder.isPresent()) {
      return inOrder.get();
    }
    if (row.filter(AddedRows::isAdded).isPresent()
        || arguments.stream().anyMatch(AddedRows::isAdded)) {
      return fact(fact, row, arguments);
    }
    World at = worlds.relevant(fact);
    Optional<Term> column = column(fact, row, arguments, at, own);
    if (column.isPresent()) {
      return column.get();
    }
    Term body = worlds.in(at, () -> fact(fact, row, arguments));
    if (!worlds.isActual()) {
      return row.map(r -> there(r, body, own)).orElse(body);
    }
    if (e.row().filter(r -> r.type().isOptional()).isEmpty()) {
      return body;
    }
    return guarded(flag(new Shape.Not(flag(new Shape.IsNone(row.orElseThrow())))), body, own);
  }

  /** A fact that is read from a column. */
  private Optional<Term> column(
      Fact fact, Optional<Term> row, List<Term> arguments, World at, boolean own) {
    Clone clone = new Clone(new ColumnKey.OfFact(fact.ref()), arguments, at);
    Optional<FactRef> column =
        clone.isActual()
            ? Optional.of(fact.ref()).filter(f -> reading.fromColumn(fact, row))
            : row.flatMap(r -> reading.column(clone, r));
    return column.map(ref -> read(new ColumnKey.OfFact(ref), row, own, Kind.of(fact.type())));
  }

  /** An earlier row of an order: its facts may lean on one another. */
  private static boolean isEarlier(Expr row) {
    return switch (row) {
      case Expr.End end -> LoopTranslation.isEarlier(end.rows());
      case Expr.Pick pick -> LoopTranslation.isEarlier(pick.binder().rows());
      default -> false;
    };
  }

  private Term arithmetic(Expr.Arithmetic e, Map<Integer, Term> slots) {
    Term left = term(e.left(), slots, false);
    Term right = term(e.right(), slots, false);
    return switch (e.operation()) {
      case ADD -> terms.arithmetic(new Shape.Add(left, right));
      case SUBTRACT -> terms.arithmetic(new Shape.Subtract(left, right));
      case MULTIPLY -> terms.arithmetic(new Shape.Multiply(left, right));
      case LESS ->
          terms.arithmetic(
              new Shape.Multiply(
                  left, terms.arithmetic(new Shape.Subtract(terms.number(Exact.ONE), right))));
    };
  }

  /** The first power still reads its operand, and so does power 0: its fault is the power's. */
  private Term power(Term operand, int exponent) {
    if (exponent == 0) {
      Term nothing = terms.arithmetic(new Shape.Multiply(operand, terms.number(Exact.ZERO)));
      return terms.arithmetic(new Shape.Add(nothing, terms.number(Exact.ONE)));
    }
    if (exponent == 1) {
      return operand;
    }
    Term half = power(operand, exponent / 2);
    Term square = terms.arithmetic(new Shape.Multiply(half, half));
    return exponent % 2 == 0 ? square : terms.arithmetic(new Shape.Multiply(square, operand));
  }

  private Term apply(Expr.Apply e, Map<Integer, Term> slots, boolean own) {
    List<Term> arguments = all(e.arguments(), slots);
    return switch (e.builtin()) {
      case ABS -> terms.arithmetic(new Shape.Abs(arguments.getFirst()));
      case SIGN -> terms.arithmetic(new Shape.Sign(arguments.getFirst()));
      case MIN -> chosen(false, arguments);
      case MAX -> chosen(true, arguments);
      case CLAMP ->
          chosen(
              false,
              List.of(chosen(true, List.of(arguments.get(0), arguments.get(1))), arguments.get(2)));
      case REMAINDER ->
          terms.arithmetic(new Shape.Remainder(arguments.get(0), arguments.get(1), own));
      case EXP, LN, POWER, NORMAL_CDF -> function(e.builtin(), arguments, own);
    };
  }

  private Term function(Builtin builtin, List<Term> arguments, boolean own) {
    return terms.make(new Shape.Function(builtin, arguments, own), Kind.NUMBER);
  }

  private Term chosen(boolean greatest, List<Term> arguments) {
    return arguments.stream().reduce((a, b) -> chosen(greatest, a, b)).orElseThrow();
  }

  /** Of numbers, or of members in the order of their choice. */
  private Term chosen(boolean greatest, Term left, Term right) {
    if (left.kind() == Kind.NUMBER) {
      return terms.make(new Shape.Choose(greatest, left, right), Kind.NUMBER);
    }
    Expr.Compare.Comparison before =
        greatest ? Expr.Compare.Comparison.AT_LEAST : Expr.Compare.Comparison.AT_MOST;
    return terms.make(
        new Shape.If(flag(new Shape.Compare(before, left, right)), left, right), Kind.INDEX);
  }

  private Term round(Expr.Round e, Map<Integer, Term> slots, boolean own) {
    boolean places = e.step() instanceof StepSize.Places;
    Term step =
        switch (e.step()) {
          case StepSize.Whole whole -> terms.number(Exact.ONE);
          case StepSize.MultipleOf multiple -> term(multiple.step(), slots, false);
          case StepSize.Places count -> term(count.count(), slots, false);
        };
    if (e.operand() instanceof Expr.SquareRoot root) {
      Term radicand = term(root.operand(), slots, false);
      return terms.make(
          new Shape.RoundRoot(e.rounding(), places, step, radicand, own), Kind.NUMBER);
    }
    Term operand = term(e.operand(), slots, own);
    return terms.make(new Shape.Round(e.rounding(), places, step, operand), Kind.NUMBER);
  }

  private Term inRange(Expr.InRange e, Map<Integer, Term> slots) {
    Term operand = term(e.operand(), slots, false);
    Term from = term(e.from(), slots, false);
    Term to = term(e.to(), slots, false);
    Term above = flag(new Shape.Compare(Expr.Compare.Comparison.AT_MOST, from, operand));
    Term below = flag(new Shape.Compare(Expr.Compare.Comparison.AT_MOST, operand, to));
    return negated(e.negated(), new Shape.Both(above, below));
  }

  private Term among(Expr.Among e, Map<Integer, Term> slots) {
    Term operand = term(e.operand(), slots, false);
    Term found = terms.constant(Flag.FALSE, Kind.FLAG);
    for (Value member : e.members()) {
      Term constant = terms.constant(member, operand.kind());
      Shape same =
          operand.kind() == Kind.NUMBER
              ? new Shape.Compare(Expr.Compare.Comparison.EQUAL, operand, constant)
              : new Shape.Same(operand, constant);
      found = flag(new Shape.Or(found, flag(same)));
    }
    return e.negated() ? flag(new Shape.Not(found)) : found;
  }

  private Term decision(Expr.Decision e, Map<Integer, Term> slots) {
    Kind kind = Kind.of(e.type());
    Term rest = e.otherwise().map(o -> term(o, slots, false)).orElseGet(() -> fail(false));
    for (Expr.Decision.Arm arm : e.arms().reversed()) {
      Term condition = term(arm.condition(), slots, false);
      Term value = term(arm.value(), slots, false);
      rest = terms.make(new Shape.If(condition, value, rest), kind);
    }
    return rest;
  }
}
