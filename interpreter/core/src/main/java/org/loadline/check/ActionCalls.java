package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.bound.Suggestions;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.Parameter;
import org.loadline.syntax.WaterfallEntry;

/**
 * Actions that are done: their entries are typed anew for each call, with the rows and units that
 * are given.
 */
final class ActionCalls {
  private final Checker in;
  private final Sweep sweep;
  private final Amounts amounts;
  private final Entries entries;

  ActionCalls(Checker in, Sweep sweep, Amounts amounts, Entries entries) {
    this.in = in;
    this.sweep = sweep;
    this.amounts = amounts;
    this.entries = entries;
  }

  Optional<Entry> call(WaterfallEntry.Call call, Sweep.Standing at) {
    Optional<Declaration.Action> action = in.vocabulary.action(call.action().text());
    if (action.isEmpty()) {
      in.complaints.sayWithHint(
          WaterfallProblem.NO_SUCH_ACTION,
          call.action().span(),
          Suggestions.hint(
              call.action().text(),
              in.vocabulary.bound().actions().stream().map(a -> a.name().text()).toList(),
              WaterfallProblem.NO_SUCH_ACTION.hint()),
          "name",
          call.action().text());
      return Optional.empty();
    }
    in.uses.read(action.get().span());
    if (at.doing().contains(action.get())) {
      circle(action.get(), call, at);
      return Optional.empty();
    }
    boolean bounded = call.arguments().stream().allMatch(a -> new Depth(in).isBounded(a.value()));
    Expression.Call written =
        new Expression.Call(
            new Expression.Reference(call.action()),
            call.arguments(),
            Optional.empty(),
            call.span());
    return Optional.of(written)
        .filter(w -> bounded)
        .flatMap(
            w ->
                in.calls.arguments(
                    w, action.get().parameters(), call.action().text(), at.ofAmount()))
        .flatMap(given -> done(action.get(), given, call, at));
  }

  private void circle(Declaration.Action action, WaterfallEntry.Call call, Sweep.Standing at) {
    List<Declaration.Action> circle =
        at.doing().subList(at.doing().indexOf(action), at.doing().size());
    String path =
        circle.stream()
            .map(a -> "`" + a.name().text() + "` → ")
            .collect(Collectors.joining("", "", "`" + action.name().text() + "`"));
    in.complaints.say(WaterfallProblem.ACTION_CIRCLE, call.span(), "path", path);
  }

  private Optional<Entry> done(
      Declaration.Action action, List<Expr> given, WaterfallEntry.Call call, Sweep.Standing at) {
    List<Entry.Do.Argument> arguments = new ArrayList<>();
    Scope inside =
        new Scope(
            sweep.frame(),
            List.of(),
            Shown.NOTHING,
            at.scope().variables(),
            Optional.empty(),
            false);
    Optional<Expr> firstRow = given.stream().filter(g -> Denoted.row(g).isPresent()).findFirst();
    boolean fine = true;
    for (int i = 0; i < given.size(); i++) {
      Parameter parameter = action.parameters().get(i);
      Optional<Expr> typed = typed(given.get(i), parameter, inside, firstRow);
      fine &= typed.isPresent();
      Expr argument = amounts.fixed(typed.orElse(Open.broken(call.span())), at);
      Span name = parameter.name().span();
      Expr held =
          argument instanceof Expr.Local local && Denoted.row(argument).isPresent()
              ? new Expr.Local(local.type(), name, local.slot(), local.name())
              : held(argument, parameter.name().text(), name, arguments);
      inside = inside.with(new Scope.Layer.Variable(parameter.name().text(), held));
    }
    if (!fine) {
      return Optional.empty();
    }
    Map<String, Expr> fixed = new HashMap<>();
    Head head = head(action, inside, arguments, fixed);
    List<Entry> body = entries.all(action.entries(), at.doing(action, inside, fixed));
    Entry.Do done = new Entry.Do(action.name().text(), arguments, body, call.span());
    sweep.heads.put(done, head);
    return Optional.of(done);
  }

  /** A value that is worked out when the action begins. */
  private Expr held(Expr value, String name, Span span, List<Entry.Do.Argument> arguments) {
    int slot = sweep.frame().slot();
    sweep.held.put(slot, value);
    arguments.add(new Entry.Do.Argument(slot, name, Rebuilding.settled(value)));
    return new Expr.Local(value.type(), span, slot, name);
  }

  /** Holds an argument against the declared type; units without an owner are of the first row. */
  private Optional<Expr> typed(
      Expr given, Parameter parameter, Scope inside, Optional<Expr> firstRow) {
    if (parameter.type().isEmpty()) {
      return Optional.of(given);
    }
    Scope types =
        new Scope(
            new Frame(firstRow, List.of()),
            inside.layers(),
            Shown.NOTHING,
            inside.variables(),
            Optional.empty(),
            false);
    ParameterTypes parameters = new ParameterTypes(in);
    Optional<Type> declared = parameters.read(parameter, types);
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    if (!parameters.fits(given.type(), declared.get(), inside)) {
      in.complaints.say(
          Complaints.misfit(declared.get(), given.type(), given.span())
              .also(parameter.span(), "declared here"),
          given.span());
      return Optional.empty();
    }
    return Optional.of(
        declared.get() instanceof Type.Quantity q ? Retyping.inUnit(given, q.unit()) : given);
  }

  // ---- The head of an action

  private Head head(
      Declaration.Action action,
      Scope inside,
      List<Entry.Do.Argument> arguments,
      Map<String, Expr> fixed) {
    Map<Integer, Span> slots = new HashMap<>();
    for (List<Name> path : action.fixed()) {
      Expression walk = walk(path);
      Expr value = in.formulas.check(walk, inside, Ask.PLAIN);
      Optional<String> key = PathKey.of(value);
      if (!Open.isBroken(value) && key.isPresent()) {
        Expr held = held(value, Quote.of(walk.span()), walk.span(), arguments);
        fixed.put(key.get(), held);
        slots.put(((Expr.Local) held).slot(), walk.span());
      }
    }
    Head head = new Head(true, slots);
    for (List<Name> path : action.live()) {
      live(path, inside).ifPresent(head::add);
    }
    return head;
  }

  static Expression walk(List<Name> path) {
    Expression walk = new Expression.Reference(path.getFirst());
    for (Name name : path.subList(1, path.size())) {
      walk = new Expression.Member(walk, name, walk.span().to(name.span()));
    }
    return walk;
  }

  private Optional<Head.Live> live(List<Name> path, Scope inside) {
    Span span = path.getFirst().span().to(path.getLast().span());
    String name = path.getLast().text();
    if (path.size() == 1) {
      boolean known =
          in.vocabulary.fact(Optional.empty(), name).isPresent()
              || in.vocabulary.input(name).isPresent()
              || in.vocabulary.function(name).isPresent();
      if (!known) {
        in.complaints.say(FormulaProblem.UNKNOWN_NAME, span, "name", name);
        return Optional.empty();
      }
      return Optional.of(new Head.Live(Optional.empty(), name, span));
    }
    Expr row = in.formulas.check(walk(path.subList(0, path.size() - 1)), inside, Ask.PLAIN);
    Optional<Type.RowOf> of = Denoted.row(row);
    if (of.isEmpty()) {
      return Optional.empty();
    }
    if (!in.vocabulary.parts(of.get().entity()).contains(name)) {
      in.complaints.sayWithHint(
          FormulaProblem.UNKNOWN_PART,
          path.getLast().span(),
          in.vocabulary.partHint(name, of.get().entity()),
          "owner",
          "A row of `" + of.get().entity() + "`",
          "name",
          name);
      return Optional.empty();
    }
    return Optional.of(new Head.Live(Optional.of(of.get().entity()), name, span));
  }
}
