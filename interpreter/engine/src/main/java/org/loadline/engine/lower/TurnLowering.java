package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Rows;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.LoopOp;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.Rounded;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Exact;

/** Makes one turn of a loop that carries values, for the forms that they are thought to have. */
final class TurnLowering {
  private final Lowering lowering;
  private final Term term;
  private final List<Shape.Carried> carried;
  private final Map<Integer, CarriedForm> forms;
  private final boolean apart;
  private final List<Kept> kept = new ArrayList<>();
  private final Map<Integer, CarriedForm> other = new HashMap<>();
  private final List<Note> parts = new ArrayList<>();
  private final List<Note.Result> checks = new ArrayList<>();

  /**
   * From here on the values are read from their slots, until they are forgotten.
   *
   * @param apart each keeps its own failures; else the first has those of the whole
   */
  TurnLowering(
      Lowering lowering,
      Term term,
      List<Shape.Carried> carried,
      Map<Integer, CarriedForm> forms,
      boolean apart) {
    this.lowering = lowering;
    this.term = term;
    this.carried = carried;
    this.forms = forms;
    this.apart = apart;
    for (int i = 0; i < carried.size(); i++) {
      Kept where = place(i, carried.get(i).variable());
      kept.add(where);
      lowering.keep(carried.get(i).variable(), failing(where, apart));
    }
  }

  /** What the values must be instead; empty if they are what they were thought to be. */
  Map<Integer, CarriedForm> other() {
    return other;
  }

  /** Where failures of the whole are kept. */
  int mark() {
    return switch (kept.getFirst()) {
      case Kept.Number number -> number.slots().mark();
      case Kept.Flag flag -> flag.markSlot();
      case Kept.Index index -> index.markSlot();
      case Kept.Order _, Kept.Scan _ -> throw notCarried();
    };
  }

  /** Where it stands what the whole comes to. */
  Kept result(boolean failing) {
    return failing(kept.getFirst(), failing);
  }

  Note note(Kept result) {
    Optional<NumberForm> form =
        result instanceof Kept.Number number ? Optional.of(number.form()) : Optional.empty();
    return new Note(term, false, form, checks, List.of(), parts);
  }

  private Kept place(int at, Term variable) {
    FrameLayout frame = lowering.frame();
    boolean mayFail = apart || at == 0;
    int mark = mayFail ? frame.slot() : -1;
    return switch (variable.kind()) {
      case NUMBER -> {
        NumberForm form = form(at).form(lowering.arithmetic().effort());
        yield new Kept.Number(form, frame.slots(form, mayFail || form.isMarked()), false);
      }
      case FLAG -> new Kept.Flag(frame.slot(), mark);
      case INDEX, ORDER, NOTHING ->
          new Kept.Index(frame.slot(), mark, FoldLowering.type(variable).isOptional());
    };
  }

  private static IllegalStateException notCarried() {
    return new IllegalStateException("no order is carried");
  }

  private CarriedForm form(int at) {
    return Objects.requireNonNull(forms.get(at));
  }

  private static Kept failing(Kept kept, boolean failing) {
    return switch (kept) {
      case Kept.Number(var form, var slots, boolean f) -> new Kept.Number(form, slots, failing);
      case Kept.Flag(int slot, int mark) -> new Kept.Flag(slot, failing ? mark : -1);
      case Kept.Index(int slot, int mark, boolean none) ->
          new Kept.Index(slot, failing ? mark : -1, none);
      case Kept.Order _, Kept.Scan _ -> throw notCarried();
    };
  }

  StatementOp start() {
    List<StatementOp> all = new ArrayList<>();
    for (int i = 0; i < carried.size(); i++) {
      Term start = carried.get(i).start();
      all.add(
          switch (kept.get(i)) {
            case Kept.Number(NumberForm form, Slots slots, boolean f) ->
                new StatementOp.StoreNumber(fitted(lowering.number(start), form), slots, false);
            case Kept.Flag(int slot, int mark) ->
                new StatementOp.StoreFlag(lowering.flag(start), slot, mark, false);
            case Kept.Index(int slot, int mark, boolean none) ->
                new StatementOp.StorePlace(lowering.index(start), slot, mark, false);
            case Kept.Order _, Kept.Scan _ -> throw notCarried();
          });
      taken();
    }
    return LoopLowering.block(all);
  }

  private void taken() {
    parts.add(lowering.notes().taken());
  }

  /** A number in the form that it is carried in. */
  private NumberOp fitted(NumberOp op, NumberForm form) {
    if (form.isExact()) {
      return op;
    }
    NumberOp scaled =
        lowering
            .arithmetic()
            .rescale(op, form.scale())
            .orElseThrow(() -> new IllegalStateException("no width holds " + form));
    if (scaled.form().width().compareTo(form.width()) <= 0) {
      return scaled;
    }
    checks.add(
        new Note.Result(scaled.form().number(), new Effort.Fit(form.width(), true, form.number())));
    return new Rounded.Fitted(form, lowering.frame().beside(form), scaled);
  }

  StatementOp loop() {
    return switch (term.shape()) {
      case Shape.Fold fold -> lowering.rows().over(fold.variable(), () -> turn(fold));
      case Shape.Repeat repeat -> turns(repeat);
      default -> throw new IllegalArgumentException("nothing is carried: " + term.shape());
    };
  }

  private StatementOp turn(Shape.Fold fold) {
    int outside = lowering.frame().size();
    List<StatementOp> statements = new ArrayList<>();
    Optional<FlagOp> filter = Optional.empty();
    if (fold.filter().isPresent()) {
      Optional<Term> variable = Optional.of(fold.variable());
      statements.addAll(lowering.share(variable, List.of(fold.filter().get())));
      filter = Optional.of(lowering.flag(fold.filter().get()));
      lowering.notes().where();
    }
    List<Term> variables = new ArrayList<>(List.of(fold.variable()));
    carried.forEach(c -> variables.add(c.variable()));
    List<StatementOp> taken = new ArrayList<>();
    fold.goOn().ifPresent(g -> taken.addAll(goOn(variables, g)));
    taken.addAll(next(variables, lowering.rows().most(fold.variable())));
    filter.ifPresentOrElse(
        f -> statements.add(new StatementOp.Where(f, LoopLowering.block(taken))),
        () -> statements.addAll(taken));
    statements.add(lowering.frame().forgetSince(outside, Set.of()));
    return LoopLowering.block(statements);
  }

  private StatementOp turns(Shape.Repeat repeat) {
    NumberOp most = lowering.arithmetic().plain(lowering.number(repeat.most()));
    taken();
    int outside = lowering.frame().size();
    List<Term> variables = carried.stream().map(Shape.Carried::variable).toList();
    StatementOp goOn = LoopLowering.block(goOn(variables, repeat.goOn()));
    StatementOp turn = LoopLowering.block(next(variables, most(repeat)));
    StatementOp.Clear after = lowering.frame().forgetSince(outside, Set.of());
    return new LoopOp.Turns(most, goOn, turn, after, repeat.own());
  }

  private static BigInteger most(Shape.Repeat repeat) {
    return repeat.most().shape() instanceof Shape.Constant(Exact most)
        ? most.numerator()
        : BigInteger.valueOf(Rows.Numbers.MOST);
  }

  private List<StatementOp> goOn(List<Term> variables, Term condition) {
    List<StatementOp> statements = share(variables, List.of(condition));
    statements.add(new LoopOp.GoOn(lowering.flag(condition)));
    taken();
    return statements;
  }

  private List<StatementOp> share(List<Term> variables, List<Term> wanted) {
    List<StatementOp> statements = new ArrayList<>();
    for (Term variable : variables) {
      statements.addAll(lowering.share(Optional.of(variable), wanted));
    }
    return statements;
  }

  /** All of a turn is worked out from what stood before it. */
  private List<StatementOp> next(List<Term> variables, BigInteger turns) {
    List<StatementOp> statements =
        share(variables, carried.stream().map(Shape.Carried::next).toList());
    List<StatementOp> afterwards = new ArrayList<>();
    for (int i = 0; i < carried.size(); i++) {
      Kept to = kept.get(i);
      Kept at = to;
      if (carried.size() > 1) {
        at = beside(to);
        afterwards.addAll(copy(at, to));
      }
      statements.addAll(next(i, at, turns));
    }
    statements.addAll(afterwards);
    return statements;
  }

  private List<StatementOp> next(int place, Kept at, BigInteger turns) {
    Term next = carried.get(place).next();
    Optional<StatementOp> store =
        switch (at) {
          case Kept.Number(NumberForm form, Slots slots, boolean f) -> {
            NumberOp op = lowering.number(next);
            Optional<CarriedForm> grown =
                form(place).after(op.form(), turns, lowering.arithmetic().effort());
            grown.ifPresent(g -> other.put(place, g));
            yield grown.isPresent()
                ? Optional.empty()
                : Optional.of(new StatementOp.StoreNumber(fitted(op, form), slots, apart));
          }
          case Kept.Flag flag ->
              Optional.of(
                  new StatementOp.StoreFlag(
                      lowering.flag(next), flag.slot(), apart ? flag.markSlot() : -1));
          case Kept.Index index ->
              Optional.of(
                  new StatementOp.StorePlace(
                      lowering.index(next), index.slot(), apart ? index.markSlot() : -1));
          case Kept.Order _, Kept.Scan _ -> throw notCarried();
        };
    taken();
    return store.stream().toList();
  }

  private Kept beside(Kept of) {
    FrameLayout frame = lowering.frame();
    int mark = apart ? frame.slot() : -1;
    return switch (of) {
      case Kept.Number(NumberForm form, Slots slots, boolean f) ->
          new Kept.Number(form, frame.slots(form, apart || form.isMarked()), false);
      case Kept.Flag flag -> new Kept.Flag(frame.slot(), mark);
      case Kept.Index index -> new Kept.Index(frame.slot(), mark, index.orNone());
      case Kept.Order _, Kept.Scan _ -> throw notCarried();
    };
  }

  private List<StatementOp> copy(Kept from, Kept to) {
    return switch (to) {
      case Kept.Number number ->
          List.of(new StatementOp.CopyNumber(((Kept.Number) from).slots(), number.slots()));
      case Kept.Flag flag ->
          copy(
              ((Kept.Flag) from).slot(),
              flag.slot(),
              ((Kept.Flag) from).markSlot(),
              flag.markSlot());
      case Kept.Index index ->
          copy(
              ((Kept.Index) from).slot(),
              index.slot(),
              ((Kept.Index) from).markSlot(),
              index.markSlot());
      case Kept.Order _, Kept.Scan _ -> throw notCarried();
    };
  }

  private List<StatementOp> copy(int from, int to, int fromMark, int toMark) {
    StatementOp value = new StatementOp.CopySlot(from, to);
    return apart ? List.of(value, new StatementOp.CopySlot(fromMark, toMark)) : List.of(value);
  }

  /** A turn for an element of a variable, whatever takes it there. */
  StatementOp each(Term variable) {
    int outside = lowering.frame().size();
    List<Term> variables = new ArrayList<>(List.of(variable));
    carried.forEach(c -> variables.add(c.variable()));
    List<StatementOp> statements = new ArrayList<>(next(variables, lowering.rows().most(variable)));
    statements.add(lowering.frame().forgetSince(outside, Set.of()));
    return LoopLowering.block(statements);
  }

  /** Where the values stand, each with its own mark. */
  List<Kept> values() {
    return kept.stream().map(k -> failing(k, true)).toList();
  }

  /** What is noted of each value, and the checks of them all. */
  List<Note> parts() {
    return parts;
  }

  List<Note.Result> checks() {
    return checks;
  }
}
