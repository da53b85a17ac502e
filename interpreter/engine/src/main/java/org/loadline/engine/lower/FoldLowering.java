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
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.frame.ClearNode;
import org.loadline.engine.nodes.frame.CopyNumberNode;
import org.loadline.engine.nodes.frame.CopySlotNode;
import org.loadline.engine.nodes.frame.StoreFlagNode;
import org.loadline.engine.nodes.frame.StoreIndexNode;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.engine.nodes.loop.FoldNode;
import org.loadline.engine.nodes.loop.GoOnNode;
import org.loadline.engine.nodes.loop.TurnsNode;
import org.loadline.engine.nodes.loop.WhereNode;
import org.loadline.engine.nodes.number.FittedNode;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.Type;
import org.loadline.values.Exact;

/**
 * Makes loops that carry values in slots. A turn is lowered for the forms that its values are
 * thought to have; where it makes more of them, it is lowered again for more.
 */
final class FoldLowering {
  /** Beyond so many tries the scale of a value grows with each turn. */
  private static final int MOST_TRIES = 16;

  private final Lowering lowering;

  FoldLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A turn as it is lowered, and what else its values would have to be. */
  private record Tried(StatementNode loop, List<Note> notes, Map<Integer, CarriedForm> other) {}

  boolean isFold(Term term) {
    return term.shape() instanceof Shape.Fold || term.shape() instanceof Shape.Repeat;
  }

  private static List<Shape.Carried> carried(Term term) {
    return switch (term.shape()) {
      case Shape.Fold fold -> fold.carried();
      case Shape.Repeat repeat -> repeat.carried();
      default -> throw new IllegalArgumentException("nothing is carried: " + term.shape());
    };
  }

  /** The loop; what it comes to is kept from then on. */
  StatementNode lower(Term term) {
    List<Note> starts = new ArrayList<>();
    Map<Integer, CarriedForm> forms = forms(term);
    for (int tries = 1; ; tries++) {
      starts.clear();
      Map<Integer, Kept> kept = keep(term, forms);
      StatementNode start = start(term, kept, starts);
      lowering.notes().enter();
      Tried tried = tried(term, forms, kept);
      carried(term).forEach(c -> lowering.forget(lowering.keptFor(c.variable())));
      if (term.shape() instanceof Shape.Fold fold) {
        lowering.forget(lowering.keptFor(fold.variable()));
      }
      if (tried.other().isEmpty()) {
        FoldNode node = new FoldNode(start, tried.loop(), mark(kept));
        Kept result = result(Objects.requireNonNull(kept.get(0)), node.leavesFailure());
        lowering.keep(term, result);
        note(term, result, starts, tried.notes());
        return node;
      }
      lowering.notes().abandon();
      forms.putAll(tried.other());
      if (tries == MOST_TRIES) {
        forms.replaceAll((at, form) -> form.exact());
      }
    }
  }

  private Map<Integer, CarriedForm> forms(Term term) {
    Map<Integer, CarriedForm> forms = new HashMap<>();
    List<Shape.Carried> carried = carried(term);
    for (int i = 0; i < carried.size(); i++) {
      if (carried.get(i).variable().kind() == Kind.NUMBER) {
        Type type = type(carried.get(i));
        NumberForm start = lowering.number(carried.get(i).start()).form();
        forms.put(
            i,
            CarriedForm.of(
                start,
                start.orNone() || type.isOptional(),
                type.present() instanceof Type.Quantity q && q.orUnlimited()));
      }
    }
    return forms;
  }

  private static Type type(Shape.Carried carried) {
    if (carried.variable().shape()
        instanceof Shape.Variable(int depth, Domain.Carried(int place, Type type))) {
      return type;
    }
    throw new IllegalArgumentException("not carried: " + carried.variable());
  }

  /** Where the values stand during the loop; the first one has a mark for failures of the whole. */
  private Map<Integer, Kept> keep(Term term, Map<Integer, CarriedForm> forms) {
    Map<Integer, Kept> kept = new HashMap<>();
    List<Shape.Carried> carried = carried(term);
    Effort effort = lowering.arithmetic().effort();
    FrameLayout frame = lowering.frame();
    for (int i = 0; i < carried.size(); i++) {
      Term variable = carried.get(i).variable();
      Kept where =
          switch (variable.kind()) {
            case NUMBER -> {
              NumberForm form = Objects.requireNonNull(forms.get(i)).form(effort);
              yield new Kept.Number(form, frame.slots(form, i == 0 || form.isMarked()), false);
            }
            case FLAG -> new Kept.Flag(frame.slot(), i == 0 ? frame.slot() : -1);
            case INDEX, NOTHING ->
                new Kept.Index(
                    frame.slot(), i == 0 ? frame.slot() : -1, type(carried.get(i)).isOptional());
          };
      kept.put(i, where);
      lowering.keep(variable, result(where, false));
    }
    return kept;
  }

  private static int mark(Map<Integer, Kept> kept) {
    return switch (Objects.requireNonNull(kept.get(0))) {
      case Kept.Number number -> number.slots().mark();
      case Kept.Flag flag -> flag.markSlot();
      case Kept.Index index -> index.markSlot();
    };
  }

  /** What is kept, if it may be a failure or is none as long as the loop runs. */
  private static Kept result(Kept kept, boolean failing) {
    return switch (kept) {
      case Kept.Number(var form, var slots, boolean f) -> new Kept.Number(form, slots, failing);
      case Kept.Flag(int slot, int mark) -> new Kept.Flag(slot, failing ? mark : -1);
      case Kept.Index(int slot, int mark, boolean none) ->
          new Kept.Index(slot, failing ? mark : -1, none);
    };
  }

  private StatementNode start(Term term, Map<Integer, Kept> kept, List<Note> notes) {
    List<StatementNode> all = new ArrayList<>();
    List<Shape.Carried> carried = carried(term);
    for (int i = 0; i < carried.size(); i++) {
      all.add(store(carried.get(i).start(), Objects.requireNonNull(kept.get(i)), i == 0));
      notes.add(lowering.notes().taken());
    }
    return LoopLowering.block(all);
  }

  /** What a term is goes to where a value stands. */
  private StatementNode store(Term term, Kept to, boolean first) {
    return switch (to) {
      case Kept.Number(NumberForm form, NumberSlots slots, boolean f) ->
          new StoreNumberNode(fitted(lowering.number(term), form), slots, false);
      case Kept.Flag(int slot, int mark) -> {
        FlagNode node = lowering.flag(term);
        yield first ? StoreFlagNode.present(node, slot, mark) : new StoreFlagNode(node, slot, -1);
      }
      case Kept.Index(int slot, int mark, boolean none) ->
          first
              ? StoreIndexNode.present(lowering.index(term), slot, mark)
              : new StoreIndexNode(lowering.index(term), slot, -1);
    };
  }

  /** A number in the form that it is carried in. */
  private NumberNode fitted(NumberNode node, NumberForm form) {
    if (form.isExact()) {
      return node;
    }
    NumberNode scaled =
        lowering
            .arithmetic()
            .rescale(node, form.scale())
            .orElseThrow(() -> new IllegalStateException("no width holds " + form));
    if (scaled.form().width().compareTo(form.width()) <= 0) {
      return scaled;
    }
    lowering
        .notes()
        .result(scaled.form().number(), new Effort.Fit(form.width(), true, form.number()));
    return new FittedNode(form, lowering.frame().beside(form), scaled);
  }

  private Tried tried(Term term, Map<Integer, CarriedForm> forms, Map<Integer, Kept> kept) {
    List<Note> notes = new ArrayList<>();
    Map<Integer, CarriedForm> other = new HashMap<>();
    StatementNode loop =
        switch (term.shape()) {
          case Shape.Fold fold ->
              lowering.rows().over(fold.variable(), () -> turn(fold, forms, kept, notes, other));
          case Shape.Repeat repeat -> turns(repeat, forms, kept, notes, other);
          default -> throw new IllegalArgumentException("nothing is carried: " + term.shape());
        };
    return new Tried(loop, notes, other);
  }

  private StatementNode turn(
      Shape.Fold fold,
      Map<Integer, CarriedForm> forms,
      Map<Integer, Kept> kept,
      List<Note> notes,
      Map<Integer, CarriedForm> other) {
    int outside = lowering.frame().size();
    List<StatementNode> statements = new ArrayList<>();
    Optional<FlagNode> filter = Optional.empty();
    if (fold.filter().isPresent()) {
      Optional<Term> variable = Optional.of(fold.variable());
      statements.addAll(lowering.share(variable, List.of(fold.filter().get())));
      filter = Optional.of(lowering.flag(fold.filter().get()));
      lowering.notes().where();
    }
    List<Term> variables = new ArrayList<>(List.of(fold.variable()));
    fold.carried().forEach(c -> variables.add(c.variable()));
    List<StatementNode> taken = new ArrayList<>();
    fold.goOn().ifPresent(g -> taken.addAll(goOn(variables, g, notes)));
    taken.addAll(
        next(
            variables,
            fold.carried(),
            lowering.rows().most(fold.variable()),
            forms,
            kept,
            notes,
            other));
    filter.ifPresentOrElse(
        f -> statements.add(new WhereNode(f, LoopLowering.block(taken))),
        () -> statements.addAll(taken));
    statements.add(new ClearNode(lowering.frame().since(outside, Set.of())));
    return LoopLowering.block(statements);
  }

  private StatementNode turns(
      Shape.Repeat repeat,
      Map<Integer, CarriedForm> forms,
      Map<Integer, Kept> kept,
      List<Note> notes,
      Map<Integer, CarriedForm> other) {
    NumberNode most = lowering.arithmetic().plain(lowering.number(repeat.most()));
    notes.add(lowering.notes().taken());
    int outside = lowering.frame().size();
    List<Term> variables =
        new ArrayList<>(repeat.carried().stream().map(Shape.Carried::variable).toList());
    StatementNode goOn = LoopLowering.block(goOn(variables, repeat.goOn(), notes));
    StatementNode turn =
        LoopLowering.block(
            next(variables, repeat.carried(), most(repeat), forms, kept, notes, other));
    ClearNode after = new ClearNode(lowering.frame().since(outside, Set.of()));
    return new TurnsNode(most, goOn, turn, after, repeat.own());
  }

  private static BigInteger most(Shape.Repeat repeat) {
    return repeat.most().shape() instanceof Shape.Constant(Exact most)
        ? most.numerator()
        : BigInteger.valueOf(Rows.Numbers.MOST);
  }

  private List<StatementNode> goOn(List<Term> variables, Term condition, List<Note> notes) {
    List<StatementNode> statements = new ArrayList<>();
    for (Term variable : variables) {
      statements.addAll(lowering.share(Optional.of(variable), List.of(condition)));
    }
    statements.add(new GoOnNode(lowering.flag(condition)));
    notes.add(lowering.notes().taken());
    return statements;
  }

  /** All of a turn is worked out from what stood before it. */
  private List<StatementNode> next(
      List<Term> variables,
      List<Shape.Carried> carried,
      BigInteger turns,
      Map<Integer, CarriedForm> forms,
      Map<Integer, Kept> kept,
      List<Note> notes,
      Map<Integer, CarriedForm> other) {
    List<Term> wanted = carried.stream().map(Shape.Carried::next).toList();
    List<StatementNode> statements = new ArrayList<>();
    for (Term variable : variables) {
      statements.addAll(lowering.share(Optional.of(variable), wanted));
    }
    List<StatementNode> afterwards = new ArrayList<>();
    for (int i = 0; i < carried.size(); i++) {
      Kept to = Objects.requireNonNull(kept.get(i));
      boolean apart = carried.size() > 1;
      Kept at = apart ? beside(to) : to;
      if (to instanceof Kept.Number(NumberForm form, NumberSlots slots, boolean f)) {
        NumberNode node = lowering.number(wanted.get(i));
        Optional<CarriedForm> grown =
            Objects.requireNonNull(forms.get(i))
                .after(node.form(), turns, lowering.arithmetic().effort());
        int place = i;
        grown.ifPresent(g -> other.put(place, g));
        notes.add(lowering.notes().taken());
        NumberSlots into = ((Kept.Number) at).slots();
        if (grown.isEmpty()) {
          statements.add(new StoreNumberNode(fitted(node, form), into, false));
        }
      } else {
        statements.add(store(wanted.get(i), at, false));
        notes.add(lowering.notes().taken());
      }
      if (apart) {
        afterwards.add(copy(at, to));
      }
    }
    statements.addAll(afterwards);
    return statements;
  }

  private Kept beside(Kept kept) {
    FrameLayout frame = lowering.frame();
    return switch (kept) {
      case Kept.Number(NumberForm form, NumberSlots slots, boolean f) ->
          new Kept.Number(form, frame.slots(form, form.isMarked()), false);
      case Kept.Flag flag -> new Kept.Flag(frame.slot(), -1);
      case Kept.Index index -> new Kept.Index(frame.slot(), -1, index.orNone());
    };
  }

  private static StatementNode copy(Kept from, Kept to) {
    return switch (to) {
      case Kept.Number number -> new CopyNumberNode(((Kept.Number) from).slots(), number.slots());
      case Kept.Flag flag -> new CopySlotNode(((Kept.Flag) from).slot(), flag.slot());
      case Kept.Index index -> new CopySlotNode(((Kept.Index) from).slot(), index.slot());
    };
  }

  private void note(Term term, Kept result, List<Note> starts, List<Note> turn) {
    List<Note> parts = new ArrayList<>(starts);
    parts.addAll(turn);
    Optional<NumberForm> form =
        result instanceof Kept.Number number ? Optional.of(number.form()) : Optional.empty();
    lowering.notes().total(new Note(term, false, form, List.of(), List.of(), parts));
    lowering
        .notes()
        .leave(
            term.shape() instanceof Shape.Fold fold
                ? fold.variable()
                : carried(term).getFirst().variable());
  }
}
