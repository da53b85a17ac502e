package org.loadline.bound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Field.Role;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Doc;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.Operator;
import org.loadline.syntax.Name;

/**
 * What stands behind a state: inputs that hold what the host hands back, and facts that read them.
 *
 * <p>A state {@code mode} is a fact. Beside it stand the inputs {@code last mode} and {@code since
 * mode}, the moment from which that value was so, and one input {@code time of last run} for all
 * states of a row; each is {@code none} before the first run. {@code was mode}, {@code held mode}
 * and {@code elapsed} are facts made of these, which do not hold if time went back. The names have
 * a space in them, so no policy can mean others by them: not by a state called {@code time} either.
 * Without a clock a state has its last value alone.
 */
final class States {
  static final String CLOCK = "now";

  private static final String TIME = "time of this run";

  private final Declared declared;
  private final DiagnosticSink sink;

  States(Declared declared, DiagnosticSink sink) {
    this.declared = declared;
    this.sink = sink;
  }

  /** Whether the policy says what time it is: {@code system { now : instant }}. */
  private boolean hasClock() {
    return Optional.ofNullable(declared.inputs.get(CLOCK))
        .filter(input -> !input.line().orNone() && input.line().families().isEmpty())
        .filter(input -> input.line().type().factors().size() == 1)
        .flatMap(input -> input.line().type().factors().getFirst().name())
        .filter(type -> type.text().equals("instant"))
        .isPresent();
  }

  private static List<Definition> states(List<Definition> definitions) {
    return definitions.stream().filter(d -> d.starts().isPresent()).toList();
  }

  private List<Definition> ofWhole() {
    return states(
        declared.systemFacts.values().stream().map(Declared.OfSystemFact::definition).toList());
  }

  private List<Definition> of(String entity) {
    return declared.forEach.stream()
        .filter(block -> block.declaration().entity().text().equals(entity))
        .flatMap(block -> states(block.declaration().facts()).stream())
        .toList();
  }

  // ---- Inputs

  List<FieldDraft> inputs(EntityShape shape, UnitOwners owners) {
    List<Definition> states = of(shape.name());
    for (Definition state : states) {
      boolean known = shape.hasKey() || shape.references().size() > 1;
      if (!known) {
        new Saying(sink, StateProblem.UNKNOWN_ROWS, state.name().span())
            .with("entity", shape.name())
            .send();
      }
    }
    return inputs(states, owners);
  }

  List<FieldDraft> inputsOfWhole(UnitOwners owners) {
    return inputs(ofWhole(), owners);
  }

  private List<FieldDraft> inputs(List<Definition> states, UnitOwners owners) {
    Map<String, FieldDraft> drafts = new LinkedHashMap<>();
    for (Definition state : states) {
      Optional<Type> type =
          state.type().flatMap(t -> new TypeReader(declared, sink).read(t, owners));
      if (type.filter(Type.RowOf.class::isInstance).isPresent()) {
        new Saying(sink, StateProblem.STATE_TYPE, state.type().orElseThrow().span())
            .with("name", state.name())
            .send();
        type = Optional.empty();
      }
      input(drafts, Role.LAST, "last " + state.name(), type, state);
      if (hasClock()) {
        input(drafts, Role.SINCE, "since " + state.name(), Optional.of(Type.INSTANT), state);
      }
    }
    if (hasClock() && !states.isEmpty()) {
      Definition first = states.getFirst();
      input(drafts, Role.TAKEN, Field.TAKEN, Optional.of(Type.INSTANT), first);
    }
    return List.copyOf(drafts.values());
  }

  private static void input(
      Map<String, FieldDraft> drafts,
      Role role,
      String name,
      Optional<Type> type,
      Definition state) {
    drafts.putIfAbsent(
        name,
        new FieldDraft(
            name,
            role,
            type.map(Type.OrNone::new),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            "",
            state.name().span()));
  }

  // ---- Facts

  /** The facts of the states of an entity; a group has none, which is said. */
  List<Definition> ofRows(EntityRef entity, List<Definition> definitions) {
    if (!declared.groups.containsKey(entity.name())) {
      return facts(definitions);
    }
    for (Definition state : states(definitions)) {
      new Saying(sink, StateProblem.GROUP_STATE, state.name().span())
          .with("group", entity.name())
          .with("name", state.name())
          .send();
    }
    return List.of();
  }

  /** A fact of rows; a state of theirs can say {@code held}, unless they are a group's. */
  Definition ofRow(EntityRef entity, Definition fact) {
    return declared.groups.containsKey(entity.name()) ? fact : withHeld(fact);
  }

  /** The facts of all states of one owner. */
  List<Definition> facts(List<Definition> definitions) {
    List<Definition> facts = new ArrayList<>();
    List<Definition> states = states(definitions);
    for (Definition state : states) {
      if (isRow(state)) {
        continue;
      }
      Span span = state.name().span();
      Expression start = state.starts().orElseThrow();
      Expression last = name("last " + state.name(), span);
      facts.add(fact("was " + state.name(), new Expression.Else(last, start, start.span()), span));
      if (hasClock()) {
        facts.add(fact("held " + state.name(), passed("since " + state.name(), span), span));
      }
    }
    if (hasClock() && !states.isEmpty()) {
      Span span = states.getFirst().name().span();
      facts.add(fact("elapsed", passed(Field.TAKEN, span), span));
    }
    return facts;
  }

  /** Whether the type of a state is an entity, as has been refused. */
  private boolean isRow(Definition state) {
    return state.type().stream()
        .filter(t -> t.factors().size() == 1)
        .flatMap(t -> t.factors().getFirst().name().stream())
        .map(Name::text)
        .filter(name -> declared.unit(name).isEmpty() && declared.choiceNamed(name).isEmpty())
        .anyMatch(name -> declared.entityNamed(name).isPresent());
  }

  List<Definition> factsOfWhole() {
    List<Definition> facts = new ArrayList<>(facts(ofWhole()));
    boolean any =
        !ofWhole().isEmpty() || declared.entities.keySet().stream().anyMatch(e -> !of(e).isEmpty());
    if (hasClock() && any) {
      Span span = Objects.requireNonNull(declared.inputs.get(CLOCK), "a clock").name().span();
      facts.add(definition(TIME, name(CLOCK, span), Optional.empty(), span));
    }
    return facts;
  }

  /** A state whose formula can say {@code held} of itself. */
  Definition withHeld(Definition state) {
    if (state.starts().isEmpty() || !hasClock()) {
      return state;
    }
    Span span = state.name().span();
    List<Definition.Local> locals = new ArrayList<>(state.locals());
    locals.add(
        new Definition.Local(
            new Name("held", span), List.of(), name("held " + state.name(), span), span));
    return new Definition(
        state.name(),
        state.parameters(),
        state.type(),
        state.body(),
        state.needs(),
        locals,
        state.starts(),
        state.replaces(),
        state.doc(),
        state.span());
  }

  /** What passed from a moment to now; nothing before the first run. */
  private static Expression passed(String from, Span span) {
    Expression moment = new Expression.Else(name(from, span), name(TIME, span), span);
    return new Expression.Binary(Operator.SUBTRACT, name(TIME, span), moment, span, span);
  }

  private Definition fact(String name, Expression body, Span span) {
    return definition(name, body, hasClock() ? Optional.of(forward(span)) : Optional.empty(), span);
  }

  /** That time did not go back. */
  private static Expression forward(Span span) {
    Expression last = name(Field.TAKEN, span);
    return new Expression.Binary(
        Operator.OR,
        new Expression.Is(last, false, new Expression.NoneLiteral(span), span),
        new Expression.Binary(Operator.AT_MOST, last, name(TIME, span), span, span),
        span,
        span);
  }

  private static Definition definition(
      String name, Expression body, Optional<Expression> needs, Span span) {
    return new Definition(
        new Name(name, span),
        List.of(),
        Optional.empty(),
        body,
        needs,
        List.of(),
        Optional.empty(),
        false,
        Doc.NONE,
        span);
  }

  private static Expression name(String name, Span span) {
    return new Expression.Reference(new Name(name, span));
  }
}
