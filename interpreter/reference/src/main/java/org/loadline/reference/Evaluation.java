package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;
import org.loadline.values.Value;

/**
 * One run of a program on a snapshot, worked out as far as it is asked.
 *
 * <p>A fact is worked out at most once for a row and arguments. Asking again gives the same
 * outcome, the same fault included. For one thread.
 */
public final class Evaluation {
  private final Program program;
  private final Snapshot snapshot;
  private final ParamValues params;
  private final FaultWords words;
  private final Soundness sound;
  private final Formulas formulas;
  private final Nesting nesting;
  private final KnownFacts known;
  private final Optional<RunningTotals> totals;
  private final Optional<GivenWorld> world;
  private final Worlds worlds = new Worlds(this);
  private final DeepStack stack;
  private final Meter meter;

  /** One that works out whatever it is asked. */
  public Evaluation(Program program, Snapshot snapshot, ParamValues params) {
    this(program, snapshot, params, RunLimits.NONE);
  }

  /**
   * One within limits. Beyond the limit on searches, asking is a {@link
   * org.loadline.data.SearchBeyondLimit}; when it is stopped, a {@link
   * java.util.concurrent.CancellationException}.
   */
  public Evaluation(Program program, Snapshot snapshot, ParamValues params, RunLimits limits) {
    this(program, snapshot, params, new Meter(limits));
  }

  Evaluation(Program program, Snapshot snapshot, ParamValues params, Meter meter) {
    this(
        program,
        snapshot,
        params,
        new BrokenRows(allSound(program, snapshot, params, meter)),
        new FactMemo(program),
        Optional.empty(),
        meter);
  }

  /** One after waterfalls, in which states are what they were before. */
  static Evaluation after(
      Program program, Snapshot snapshot, ParamValues params, StartingStates states, Meter meter) {
    return new Evaluation(
        program,
        snapshot,
        params,
        new BrokenRows(allSound(program, snapshot, params, meter)),
        states.over(new FactMemo(program), snapshot),
        Optional.empty(),
        meter);
  }

  /** One that takes every row as it stands. */
  static Evaluation allSound(Program program, Snapshot snapshot, ParamValues params, Meter meter) {
    return new Evaluation(
        program,
        snapshot,
        params,
        Soundness.ALL_SOUND,
        new FactMemo(program),
        Optional.empty(),
        meter);
  }

  /** One whose rows may change, where others see to it that nothing outdated stays known. */
  Evaluation(
      Program program,
      Snapshot snapshot,
      ParamValues params,
      Soundness sound,
      KnownFacts known,
      Optional<RunningTotals> totals,
      Meter meter) {
    this(
        program,
        snapshot,
        params,
        sound,
        known,
        totals,
        Optional.empty(),
        new DeepStack(),
        new Nesting(),
        meter);
  }

  private Evaluation(
      Program program,
      Snapshot snapshot,
      ParamValues params,
      Soundness sound,
      KnownFacts known,
      Optional<RunningTotals> totals,
      Optional<GivenWorld> world,
      DeepStack stack,
      Nesting nesting,
      Meter meter) {
    this.program = program;
    this.snapshot = snapshot;
    this.params = params;
    this.sound = sound;
    this.known = known;
    this.totals = totals;
    this.world = world;
    this.stack = stack;
    this.nesting = nesting;
    this.meter = meter;
    this.words = new FaultWords(program, snapshot, world);
    this.formulas = new Formulas(this);
  }

  /** The same program in a supposed world; which rows may be used is judged anew there. */
  Evaluation in(GivenWorld supposed) {
    BrokenRows broken = new BrokenRows(inWorld(supposed, Soundness.ALL_SOUND));
    return inWorld(supposed, broken);
  }

  private Evaluation inWorld(GivenWorld supposed, Soundness soundness) {
    return new Evaluation(
        program,
        supposed.snapshot(),
        params,
        soundness,
        new FactMemo(program),
        Optional.empty(),
        Optional.of(supposed),
        stack,
        nesting,
        meter);
  }

  /** Forgets the worlds that were supposed and the orders that were ranked: rows have changed. */
  void rowsHaveChanged() {
    worlds.forget();
    formulas.forgetOrders();
  }

  /** The evaluation of the world that a formula supposes. */
  Evaluation world(Expr.Given given, Frame frame) {
    return worlds.world(given, frame);
  }

  /** The world that this is in, if it is a supposed one. */
  Optional<GivenWorld> world() {
    return world;
  }

  Nesting nesting() {
    return nesting;
  }

  Meter meter() {
    return meter;
  }

  /** A cell as it is given in this world or one around it; empty if the snapshot has it. */
  Optional<Outcome> given(RowAt row, int field, int member) {
    return world.flatMap(
        w ->
            w.cell(row, field, member)
                .or(() -> w.isAdded(row) ? Optional.empty() : w.outer().given(row, field, member)));
  }

  /** Whether a row is added in this world or one around it. */
  boolean isAdded(RowAt row) {
    return world.filter(w -> w.isAdded(row) || w.outer().isAdded(row)).isPresent();
  }

  /** A system input as it is given in this world or one around it. */
  Optional<Outcome> given(InputRef input) {
    return world.flatMap(w -> w.system(input).or(() -> w.outer().given(input)));
  }

  /** A param, as it is given or as the run has it. */
  Outcome param(ParamRef ref) {
    return world
        .map(w -> w.param(ref).orElseGet(() -> w.outer().param(ref)))
        .orElseGet(() -> new Outcome.Known(params.value(ref)));
  }

  /** Whether a fault is why a value that was to be given could not be worked out. */
  boolean failed(Fault fault) {
    return world.filter(w -> w.failed(fault)).isPresent();
  }

  public Program program() {
    return program;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public ParamValues params() {
    return params;
  }

  /** A fact without parameters: at a row of its owner, or of the whole. */
  public Outcome fact(FactRef fact, Optional<RowAt> row) {
    return fact(program.fact(fact), row, List.of());
  }

  /** A formula that stands by itself, such as an expectation; slot 0 holds the row, if any. */
  public Outcome expression(Expr expression, int slots, Optional<RowAt> row) {
    return outcome(expression, Frame.of(slots, Optional.empty(), row));
  }

  /** Why nothing of a row may be used; empty for a sound row. */
  public Optional<Fault> brokenRow(RowAt row) {
    return sound.row(row);
  }

  /** Why neither system inputs nor facts of the whole may be used; empty if they may. */
  public Optional<Fault> brokenWhole() {
    return sound.whole();
  }

  Outcome outcome(Expr expression, Frame frame) {
    try {
      return new Outcome.Known(formulas.value(expression, frame));
    } catch (Failure failure) {
      return new Outcome.Faulted(failure.fault());
    }
  }

  Outcome fact(Fact fact, Optional<RowAt> row, List<Outcome> arguments) {
    Optional<Outcome> before = known.outcome(fact, row, arguments);
    if (before.isPresent()) {
      return before.get();
    }
    Outcome outcome = stack.run(formulas.depth(), () -> workOut(fact, row, arguments));
    known.keep(fact, row, arguments, outcome);
    return outcome;
  }

  private Outcome workOut(Fact fact, Optional<RowAt> row, List<Outcome> arguments) {
    Optional<Fault> unusable =
        row.isPresent() || fact.origin() != Fact.Origin.FACT
            ? row.flatMap(sound::row)
            : sound.whole();
    if (unusable.isPresent()) {
      return new Outcome.Faulted(unusable.get());
    }
    Frame frame = frame(fact, row, arguments);
    if (fact.needs().isPresent()) {
      Outcome needs = outcome(fact.needs().get(), frame);
      switch (needs) {
        case Outcome.Faulted faulted -> {
          return faulted;
        }
        case Outcome.Known(Value held) -> {
          if (!Formulas.flag(held)) {
            return new Outcome.Faulted(needNotMet(fact, fact.needs().get(), frame));
          }
        }
      }
    }
    return outcome(fact.body(), frame);
  }

  /** The frame of a fact at a row with its arguments. */
  Frame frame(Fact fact, Optional<RowAt> row, List<Outcome> arguments) {
    Frame frame = Frame.of(fact.slots(), Optional.of(fact.ref()), row);
    for (int i = 0; i < arguments.size(); i++) {
      frame.set(fact.parameters().get(i).slot(), arguments.get(i));
    }
    return frame;
  }

  private Fault needNotMet(Fact fact, Expr needs, Frame frame) {
    Optional<Fault> back = new TimeOrder(this).wentBack(needs, frame);
    if (back.isPresent()) {
      return back.get();
    }
    List<FaultWords.Part> parts = new ArrayList<>();
    for (Fact.Parameter parameter : fact.parameters()) {
      if (frame.slot(parameter.slot()) instanceof Outcome.Known(Value value)) {
        Optional<Expr> mention = Parts.mention(needs, parameter.slot());
        mention.ifPresent(at -> parts.add(FaultWords.Part.of(at, value)));
      }
    }
    return words.fault(
        words.at(FaultProblem.NEED_NOT_MET, needs.span(), parts).with("definition", fact.name()),
        frame);
  }

  /** An aggregate that is kept up to date; empty if it is to be worked out. */
  Optional<Value> total(Expr.Aggregate aggregate, Frame frame) {
    return totals.flatMap(kept -> kept.value(aggregate, frame, formulas, snapshot::rowCount));
  }

  Formulas formulas() {
    return formulas;
  }

  Soundness sound() {
    return sound;
  }

  FaultWords words() {
    return words;
  }
}
