package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.loadline.engine.code.AccumulatorOp;
import org.loadline.engine.code.Calculation;
import org.loadline.engine.code.Compared;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.LoopOp;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.engine.plan.Width;
import org.loadline.values.Int256;

/** Makes one loop of all aggregates over the same rows. */
final class LoopLowering {
  private final Lowering lowering;

  LoopLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** What aggregates must have in common to stand in one loop. */
  record Over(List<Term> variables, Optional<Term> filter) {}

  /** An aggregate's result, before it is known whether the loop around it may fail. */
  private record Made(
      Term term, AccumulatorOp op, Kept kept, boolean failing, List<Integer> slots) {}

  /** What loops have in common that are worked out together. */
  static Object key(Term loop) {
    return switch (loop.shape()) {
      case Shape.Loop _, Shape.Pick _ -> rows(loop);
      case Shape.Scan scan -> List.of(scan.order(), scan.variable());
      default -> loop;
    };
  }

  private static Over rows(Term loop) {
    return switch (loop.shape()) {
      case Shape.Loop over -> new Over(over.variables(), over.filter());
      case Shape.Pick pick -> new Over(List.of(pick.variable()), pick.filter());
      default -> throw new IllegalArgumentException("not a loop: " + loop.shape());
    };
  }

  private static Term body(Term loop) {
    return switch (loop.shape()) {
      case Shape.Loop over -> over.body();
      case Shape.Pick pick -> pick.measure();
      default -> throw new IllegalArgumentException("not a loop: " + loop.shape());
    };
  }

  /** One loop that works out all of {@code loops}, which are kept from then on. */
  StatementOp fused(List<Term> loops) {
    Over over = rows(loops.getFirst());
    List<Made> made = new ArrayList<>();
    StatementOp rows = rows(over, 0, loops, made);
    over.variables().forEach(v -> lowering.forget(lowering.keptFor(v)));
    boolean failing = rows.mayFail();
    for (Made aggregate : made) {
      lowering.keep(aggregate.term(), kept(aggregate, failing || aggregate.failing()));
    }
    return new LoopOp.Fused(rows, made.stream().map(Made::op).toList());
  }

  private static Kept kept(Made made, boolean failing) {
    return switch (made.kept()) {
      case Kept.Number(var form, var slots, boolean own) -> new Kept.Number(form, slots, failing);
      case Kept.Flag(int slot, int mark) -> new Kept.Flag(slot, failing ? mark : -1);
      case Kept.Index(int slot, int mark, boolean none) ->
          new Kept.Index(slot, failing ? mark : -1, none);
      case Kept.Order order -> order;
      case Kept.Scan scan -> scan;
    };
  }

  private StatementOp rows(Over over, int at, List<Term> loops, List<Made> made) {
    return lowering.rows().over(over.variables().get(at), () -> body(over, at, loops, made));
  }

  private StatementOp body(Over over, int at, List<Term> loops, List<Made> made) {
    lowering.notes().enter();
    StatementOp body = each(over, at, loops, made);
    lowering.notes().leave(over.variables().get(at));
    return body;
  }

  /** What is done for each element of one of the variables. */
  private StatementOp each(Over over, int at, List<Term> loops, List<Made> made) {
    Optional<Term> variable = Optional.of(over.variables().get(at));
    List<Term> bodies = loops.stream().map(LoopLowering::body).toList();
    if (at + 1 < over.variables().size()) {
      List<Term> wanted =
          new ArrayList<>(over.variables().subList(at + 1, over.variables().size()));
      over.filter().ifPresent(wanted::add);
      wanted.addAll(bodies);
      int outside = lowering.frame().size();
      List<StatementOp> statements = new ArrayList<>(lowering.share(variable, wanted));
      statements.add(rows(over, at + 1, loops, made));
      statements.add(clear(outside, made));
      return block(statements);
    }
    int outside = lowering.frame().size();
    List<StatementOp> statements = new ArrayList<>();
    Optional<FlagOp> filter = Optional.empty();
    if (over.filter().isPresent()) {
      statements.addAll(lowering.share(variable, List.of(over.filter().get())));
      filter = Optional.of(lowering.flag(over.filter().get()));
      lowering.notes().where();
    }
    List<StatementOp> kept = new ArrayList<>(lowering.share(variable, bodies));
    for (Term loop : loops) {
      Made aggregate = noted(loop, over);
      made.add(aggregate);
      kept.add(aggregate.op());
    }
    filter.ifPresentOrElse(
        f -> statements.add(new StatementOp.Where(f, block(kept))), () -> statements.addAll(kept));
    statements.add(clear(outside, made));
    return block(statements);
  }

  /** Forgets what belongs to one element: all but what the aggregates keep. */
  private StatementOp clear(int outside, List<Made> made) {
    Set<Integer> kept = new HashSet<>();
    made.forEach(m -> kept.addAll(m.slots()));
    return lowering.frame().forgetSince(outside, kept);
  }

  static StatementOp block(List<StatementOp> statements) {
    return statements.size() == 1 ? statements.getFirst() : new StatementOp.Block(statements);
  }

  private Made noted(Term term, Over over) {
    lowering.notes().begin(term);
    Made made = accumulator(term, over);
    lowering
        .notes()
        .end(
            made.kept() instanceof Kept.Number(var form, var slots, boolean failing)
                ? Optional.of(form)
                : Optional.empty());
    lowering.notes().total();
    return made;
  }

  private Made accumulator(Term term, Over over) {
    return switch (term.shape()) {
      case Shape.Pick pick -> best(term, pick.measure(), pick.greatest(), pick.own(), over, true);
      case Shape.Loop loop ->
          switch (loop.total()) {
            case SUM -> sum(term, loop.body(), over);
            case COUNT -> count(term, over);
            case ANY -> quantifier(term, loop.body(), false);
            case ALL -> quantifier(term, loop.body(), true);
            case MIN -> best(term, loop.body(), false, loop.own(), over, false);
            case MAX -> best(term, loop.body(), true, loop.own(), over, false);
          };
      default -> throw new IllegalArgumentException("not a loop: " + term.shape());
    };
  }

  private Made sum(Term term, Term body, Over over) {
    Optional<Made> split = split(term, body, over);
    if (split.isPresent()) {
      lowering.notes().way(Note.Way.SPLIT);
      return split.get();
    }
    lowering.notes().restart();
    return sum(term, lowering.arithmetic().plain(lowering.number(body)), over);
  }

  /**
   * The sum of a sum of decimals of several scales: each scale is summed by itself, and they are
   * brought to one scale after the loop instead of in each row.
   */
  private Optional<Made> split(Term term, Term body, Over over) {
    Arithmetic arithmetic = lowering.arithmetic();
    List<Addends.Addend> addends = Addends.of(body, lowering);
    Set<Integer> scales = new TreeSet<>();
    for (Addends.Addend addend : addends) {
      NumberForm form = addend.op().form();
      if (form.isExact() || form.isFraction()) {
        return Optional.empty();
      }
      scales.add(form.scale());
    }
    if (scales.size() < 2) {
      return Optional.empty();
    }
    List<AccumulatorOp> parts = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    Optional<NumberOp> whole = Optional.empty();
    boolean failing = false;
    for (int scale : scales) {
      NumberOp op = Addends.together(addends, scale, arithmetic);
      Made part = sum(term, op, over);
      if (!(part.kept() instanceof Kept.Number(NumberForm form, Slots held, boolean fails))
          || form.isExact()) {
        return Optional.empty();
      }
      failing |= part.failing();
      parts.add(part.op());
      slots.addAll(part.slots());
      NumberOp summed = new NumberRead.Slot(form, held, false);
      whole = Optional.of(whole.map(w -> arithmetic.add(w, summed)).orElse(summed));
    }
    NumberOp op = whole.orElseThrow();
    if (op.form().isExact()) {
      return Optional.empty();
    }
    Slots total = lowering.frame().slots(op.form(), true);
    slots.addAll(total.all());
    AccumulatorOp sum =
        new AccumulatorOp.SplitSum(
            total.mark(),
            parts,
            new StatementOp.StoreNumber(
                op, new Slots(total.width(), total.number(), -1, -1), false));
    return Optional.of(
        new Made(term, sum, new Kept.Number(op.form(), total, false), failing, slots));
  }

  private Made sum(Term term, NumberOp op, Over over) {
    NumberForm form = op.form();
    // A divisor that is always zero fails in every row, and divides no sum of none.
    boolean divided =
        form.divisor().filter(d -> !d.isPoint() || d.least().signum() == 0).isPresent();
    if (form.isExact() || divided) {
      Slots slots = lowering.frame().slots(NumberForm.EXACT, true);
      AccumulatorOp.Sum sum = new AccumulatorOp.Sum(op, slots, false, Int256.ONE);
      return new Made(term, sum, new Kept.Number(NumberForm.EXACT, slots, true), true, slots.all());
    }
    Interval count = new Interval(BigInteger.ZERO, rows(over));
    Interval range = form.number().join(Interval.ZERO).times(count);
    Effort.Fit fit = lowering.arithmetic().fit(range, form.width());
    NumberForm total =
        new NumberForm(fit.width(), form.scale(), fit.range(), form.divisor(), false, false);
    Slots slots = lowering.frame().slots(total, true);
    Int256 divisor = Int256.of(form.divisor().orElse(Interval.ONE).least());
    AccumulatorOp sum =
        inHalves(op, count, slots, fit)
            .orElseGet(() -> new AccumulatorOp.Sum(op, slots, fit.checked(), divisor));
    return new Made(term, sum, new Kept.Number(total, slots, false), op.mayFail(), slots.all());
  }

  /** A sum of 128 bits whose numbers, before they are multiplied, leave room in two halves. */
  private Optional<AccumulatorOp> inHalves(
      NumberOp op, Interval count, Slots slots, Effort.Fit fit) {
    NumberForm form = op.form();
    if (fit.width() != Width.WIDE || form.width() != Width.WIDE || form.isFraction()) {
      return Optional.empty();
    }
    Optional<Calculation.Multiply.ByWord> product =
        op instanceof Calculation.Multiply made ? made.byWord() : Optional.empty();
    NumberOp number = product.map(Calculation.Multiply.ByWord::number).orElse(op);
    Optional<NumberOp> factor = product.map(Calculation.Multiply.ByWord::factor);
    BigInteger times =
        factor
            .map(f -> f.form().number().abs().most())
            .orElse(BigInteger.ONE)
            .multiply(count.most());
    Optional<AccumulatorOp.Room> room =
        AccumulatorOp.Room.of(number.form().number().bits(), times.bitLength())
            .filter(r -> !r.checked() || lowering.arithmetic().effort().compareTo(Effort.QUAD) < 0);
    room.ifPresent(
        r -> lowering.notes().way(r.checked() ? Note.Way.HALVES_CHECKED : Note.Way.HALVES));
    return room.map(r -> new AccumulatorOp.HalvesSum(number, factor, slots, r));
  }

  private Made count(Term term, Over over) {
    NumberForm form = NumberForm.decimal(Width.LONG, 0, new Interval(BigInteger.ZERO, rows(over)));
    Slots slots = lowering.frame().slots(form, true);
    return new Made(
        term,
        new AccumulatorOp.Count(slots),
        new Kept.Number(form, slots, false),
        false,
        slots.all());
  }

  private Made quantifier(Term term, Term body, boolean all) {
    FlagOp op = lowering.flag(body);
    int slot = lowering.frame().slot();
    int mark = lowering.frame().slot();
    return new Made(
        term,
        new AccumulatorOp.Quantifier(op, all, slot, mark),
        new Kept.Flag(slot, mark),
        op.mayFail(),
        List.of(slot, mark));
  }

  private Made best(Term term, Term body, boolean greatest, boolean own, Over over, boolean row) {
    FrameLayout frame = lowering.frame();
    boolean place = body.kind() == Kind.INDEX;
    int variable = lowering.variable(over.variables().getLast());
    int spare = frame.slot();
    int element = place && !row ? spare : variable;
    NumberOp op =
        place
            ? new NumberRead.OfPlace(lowering.index(body), spare, Integer.MAX_VALUE)
            : lowering.number(body);
    NumberForm form = op.form();
    Compared order =
        new Compared(
            frame.slots(form, form.isMarked()),
            frame.slots(form, form.isMarked()),
            Scales.within256(form, form));
    AccumulatorOp.Found found =
        new AccumulatorOp.Found(frame.slot(), element, frame.slot(), frame.slot(), own);
    AccumulatorOp.Best best =
        new AccumulatorOp.Best(op, greatest, row && ranksRows(over), order, found);
    Slots result =
        new Slots(form.width(), order.right().number(), order.right().divisor(), found.mark());
    Kept kept =
        row || place
            ? new Kept.Index(found.row(), found.mark(), false)
            : new Kept.Number(form, result, true);
    List<Integer> all = new ArrayList<>(order.right().all());
    all.addAll(List.of(found.seen(), found.row(), found.mark()));
    return new Made(term, best, kept, true, all);
  }

  /** Whether rows are taken in an order of their own; members and numbers have no other. */
  private static boolean ranksRows(Over over) {
    Domain domain = ((Shape.Variable) over.variables().getLast().shape()).domain();
    return domain instanceof Domain.Ranked ranked
        && !(ranked.source() instanceof Domain.Members)
        && !(ranked.source() instanceof Domain.Numbers);
  }

  /** No less than the rows that a loop runs over. */
  private BigInteger rows(Over over) {
    return over.variables().stream()
        .map(lowering.rows()::most)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
