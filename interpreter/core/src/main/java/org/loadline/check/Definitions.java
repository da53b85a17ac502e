package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;

/**
 * Types every definition when it is first read, once for each list of argument types, and so finds
 * the order in which a definition reads only those before it.
 */
final class Definitions {
  /** Definitions that read one another, inside one another; more would need a deep stack. */
  static final int DEEPEST = 200;

  /** Kinds of calls of facts with arguments and functions, together. */
  static final int MOST_KINDS = 20_000;

  private final Checker in;
  private final Map<Key, Instance> instances = new HashMap<>();
  private final Map<Key, Defined> active = new LinkedHashMap<>();
  private final Map<Defined, Map<Integer, Integer>> roots = new HashMap<>();
  private final List<Optional<Fact>> facts = new ArrayList<>();
  private final Set<Defined> typed = new HashSet<>();
  private final Map<FactRef, Instance> byRef = new HashMap<>();

  /** What is read of earlier rows by its declared type, before its formula is. */
  private final Map<Key, Instance> promised = new LinkedHashMap<>();

  private final Map<FactRef, Defined> origins = new HashMap<>();

  /** Kinds of calls met so far; that they are too many is said once, where it begins. */
  private int kinds;

  private record Key(Defined of, List<Type> arguments) {}

  Definitions(Checker in) {
    this.in = in;
  }

  /** The typed facts, callee first, but for those that are read of earlier rows. */
  List<Fact> facts() {
    return facts.stream().flatMap(Optional::stream).toList();
  }

  /** A fact that has been typed. */
  Optional<Fact> known(FactRef ref) {
    return facts.get(ref.index());
  }

  /** The definition that a typed fact comes from. */
  Defined origin(FactRef ref) {
    return Objects.requireNonNull(origins.get(ref));
  }

  /** Whether the denominators of a fact that has been read come from the text. */
  boolean isFixed(FactRef ref) {
    Instance instance = byRef.get(ref);
    return instance != null && instance.fixed();
  }

  boolean isTyped(Defined d) {
    return typed.contains(d);
  }

  /** A fact without parameters, as its entity sees it. */
  Instance plain(Defined d) {
    return instance(d, List.of(), d.span());
  }

  /** Reads a definition: of a row if it has one, with all its arguments. */
  Expr read(Defined d, Optional<Expr> row, List<Expr> arguments, Span span, Scope s) {
    in.uses.read(d);
    if (Open.anyBroken(arguments) || row.filter(Open::isBroken).isPresent()) {
      return Open.broken(span);
    }
    Crossing crossing = new Crossing(in.paths, rootsOf(d), s.around());
    row.flatMap(Denoted::row).ifPresent(r -> crossing.row(r.path(), r.entity().name()));
    for (int i = 0; i < arguments.size(); i++) {
      int place = i;
      Denoted.row(arguments.get(i))
          .ifPresent(
              r -> crossing.argument(r.path(), place, d.parameters().get(place).name().text()));
    }
    List<Type> types = arguments.stream().map(a -> Paths.mapped(a.type(), crossing::in)).toList();
    Optional<List<Type>> declared = new ParameterTypes(in).check(d, arguments, types);
    if (declared.isEmpty()) {
      return Open.broken(span);
    }
    boolean earlier = row.filter(in.orders::isEarlier).isPresent();
    Instance instance =
        earlier ? promised(d, declared.get(), span) : instance(d, declared.get(), span);
    if (Open.isBroken(instance.type())) {
      return Open.broken(span);
    }
    boolean plain = d.parameters().isEmpty();
    Type type = Paths.mapped(instance.type(), path -> crossing.out(path, plain));
    List<Expr> given = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Type seen = Paths.mapped(declared.get().get(i), path -> crossing.out(path, plain));
      given.add(
          seen instanceof Type.Quantity q
              ? Retyping.inUnit(arguments.get(i), q.unit())
              : arguments.get(i));
    }
    return s.shown().narrowed(new Expr.FactOf(type, span, row, instance.ref(), given));
  }

  Instance instance(Defined d, List<Type> types, Span reader) {
    Key key = new Key(d, types);
    Instance known = instances.get(key);
    if (known != null) {
      return known;
    }
    if (active.containsKey(key)) {
      cycle(key, reader);
      return Instance.broken(d);
    }
    if (active.size() >= DEEPEST) {
      in.complaints.say(FormulaProblem.TOO_DEEP, reader, "most", String.valueOf(DEEPEST));
      return Instance.broken(d);
    }
    if (!types.isEmpty() && ++kinds > MOST_KINDS) {
      if (kinds == MOST_KINDS + 1) {
        in.complaints.say(
            FormulaProblem.TOO_MANY_KINDS, reader, "most", String.valueOf(MOST_KINDS));
      }
      return Instance.broken(d);
    }
    active.put(key, d);
    Instance made = make(d, types);
    active.remove(key);
    instances.put(key, made);
    typed.add(d);
    return made;
  }

  private Instance make(Defined d, List<Type> types) {
    Typing typing = new Typing(in, d, types);
    Optional<Typing.Result> result = typing.check();
    if (result.isEmpty()) {
      return Instance.broken(d);
    }
    Typing.Result r = result.get();
    Instance promise = promised.get(new Key(d, types));
    FactRef ref = promise == null ? reserved(d) : promise.ref();
    facts.set(ref.index(), Optional.of(r.fact(ref)));
    Instance instance = new Instance(d, ref, r.type(), r.fixed());
    byRef.put(ref, instance);
    return instance;
  }

  private FactRef reserved(Defined d) {
    FactRef ref = new FactRef(facts.size(), d.title());
    facts.add(Optional.empty());
    origins.put(ref, d);
    return ref;
  }

  /**
   * A fact as it is read of earlier rows: by its declared type, if it has one, for its formula may
   * lean on the one that reads it. {@link #keepPromises} types it later.
   */
  private Instance promised(Defined d, List<Type> types, Span reader) {
    Key key = new Key(d, types);
    if (d.order().isEmpty() || d.type().isEmpty()) {
      return instance(d, types, reader);
    }
    Instance made = instances.get(key);
    return made != null && Open.isBroken(made.type())
        ? made
        : promised.computeIfAbsent(key, k -> promise(d, types, Optional.ofNullable(made)));
  }

  private Instance promise(Defined d, List<Type> types, Optional<Instance> made) {
    Scope s = scope(d, frame(d, types));
    return in.types
        .read(d.type().orElseThrow(), s)
        .map(
            type ->
                new Instance(
                    d,
                    made.map(Instance::ref).orElseGet(() -> reserved(d)),
                    Open.settled(type),
                    false))
        .orElseGet(() -> Instance.broken(d));
  }

  /** Types what has been read by its declared type only. */
  void keepPromises() {
    Set<Key> kept = new HashSet<>();
    while (kept.size() < promised.size()) {
      for (Map.Entry<Key, Instance> promise : Map.copyOf(promised).entrySet()) {
        Key key = promise.getKey();
        if (kept.add(key)) {
          Instance made = instance(key.of(), key.arguments(), key.of().span());
          Type declared = promise.getValue().type();
          if (!Open.isBroken(made.type()) && !made.type().equals(declared)) {
            in.complaints.say(
                OrderProblem.EARLIER_TYPE,
                key.of().body().span(),
                "name",
                key.of().fullName(),
                "declared",
                TypeText.of(declared),
                "given",
                isFraction(made.type()) ? "a fraction" : TypeText.of(made.type()));
          }
        }
      }
    }
  }

  private static boolean isFraction(Type type) {
    return type.present() instanceof Type.Quantity q && q.form() != Type.Form.DECIMAL;
  }

  private void cycle(Key key, Span reader) {
    List<Defined> circle = new ArrayList<>();
    boolean inside = false;
    for (Map.Entry<Key, Defined> entry : active.entrySet()) {
      inside |= entry.getKey().equals(key);
      if (inside) {
        circle.add(entry.getValue());
      }
    }
    List<Defined> shown = new ArrayList<>(circle);
    shown.add(key.of());
    String path =
        shown.stream().map(d -> "`" + d.fullName() + "`").collect(Collectors.joining(" → "));
    boolean ranked = circle.stream().noneMatch(d -> d.order().isEmpty());
    Diagnostic.Builder said =
        Complaints.filled(
            ranked ? OrderProblem.EARLIER_NEEDS_TYPE : FormulaProblem.CYCLE,
            reader,
            "name",
            ranked ? key.of().name() : key.of().fullName(),
            "path",
            path);
    circle.forEach(d -> said.also(d.span(), "`" + d.fullName() + "` is defined here"));
    in.complaints.say(said, reader);
  }

  Crossing.OwnRoots rootsOf(Defined d) {
    Map<Integer, Integer> own = roots.computeIfAbsent(d, x -> new HashMap<>());
    return new Crossing.OwnRoots() {
      @Override
      public int ofParameter(int index) {
        return own.computeIfAbsent(index, i -> in.paths.variable(Set.of()));
      }

      @Override
      public int ofOther(int index) {
        return own.computeIfAbsent(-1 - index, i -> in.paths.variable(Set.of()));
      }
    };
  }

  /** The frame of a definition whose parameters have the given types. */
  static Frame frame(Defined d, List<Type> types) {
    Optional<Expr> row =
        d.owner()
            .map(
                o ->
                    new Expr.Local(
                        new Type.RowOf(o, RowPath.self(o.name())), d.span(), 0, o.name()));
    List<Expr> parameters = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      parameters.add(
          new Expr.Local(
              types.get(i),
              d.parameters().get(i).name().span(),
              i + (row.isPresent() ? 1 : 0),
              d.parameters().get(i).name().text()));
    }
    return new Frame(row, parameters, d.order());
  }

  /** What the formula of a definition may name. */
  static Scope scope(Defined d, Frame frame) {
    Scope s = Scope.of(frame);
    for (Expr parameter : frame.parameters()) {
      s = s.with(new Scope.Layer.Variable(((Expr.Local) parameter).name(), parameter));
    }
    for (Map<String, Defined> near : d.near()) {
      s = s.with(new Scope.Layer.Near(near));
    }
    return s;
  }
}
