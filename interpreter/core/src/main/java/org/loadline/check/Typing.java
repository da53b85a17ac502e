package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;

/** The typing of one definition for one list of argument types. */
final class Typing {
  private final Checker in;
  private final Defined of;
  private final List<Type> types;

  Typing(Checker in, Defined of, List<Type> types) {
    this.in = in;
    this.of = of;
    this.types = types;
  }

  /** What a definition comes to. */
  record Result(
      Defined of, Frame frame, Optional<Expr> needs, Expr body, Type type, boolean fixed) {
    Fact fact(FactRef ref) {
      List<Fact.Parameter> parameters = new ArrayList<>();
      for (Expr parameter : frame.parameters()) {
        Expr.Local local = (Expr.Local) parameter;
        parameters.add(new Fact.Parameter(local.slot(), local.name(), Open.settled(local.type())));
      }
      return new Fact(
          ref,
          of.owner(),
          parameters,
          needs.map(Rebuilding::settled),
          Rebuilding.settled(body),
          type,
          frame.slots(),
          of.origin(),
          of.doc(),
          of.span());
    }
  }

  /** The typed definition; empty if something is wrong, which has been said. */
  Optional<Result> check() {
    if (!new Depth(in).isBounded(of.body())
        || of.needs().filter(n -> !new Depth(in).isBounded(n)).isPresent()) {
      return Optional.empty();
    }
    Frame frame = Definitions.frame(of, types);
    Scope s = Definitions.scope(of, frame);
    Optional<Type> declared = of.type().flatMap(t -> in.types.read(t, s));
    Expr body =
        in.formulas.check(
            of.body(),
            s,
            Ask.PLAIN.expecting(declared.or(() -> of.type().flatMap(in.types::expected))));
    Optional<Expr> needs = of.needs().map(n -> in.formulas.condition(n, s));
    if (declared.isPresent() && !Open.isBroken(body)) {
      body = asDeclared(body, declared.get(), s);
    }
    if (Open.isBroken(body)
        || needs.filter(Open::isBroken).isPresent()
        || (of.type().isPresent() && declared.isEmpty())) {
      return Optional.empty();
    }
    Type type = Paths.mapped(Open.settled(body.type()), this::seenByOthers);
    boolean fixed = new Fixed(in, true).is(body);
    return Optional.of(new Result(of, frame, needs, body, type, fixed));
  }

  private Expr asDeclared(Expr body, Type declared, Scope s) {
    Type given = body.type();
    if (given instanceof Type.Nothing) {
      return Retyping.as(body, new Type.OrNone(declared));
    }
    if (in.fitness.fits(given.present(), declared, s)) {
      return declared instanceof Type.Quantity q ? Retyping.inUnit(body, q.unit()) : body;
    }
    return in.complaints.say(
        Complaints.misfit(declared, given, of.body().span()), of.body().span());
  }

  private final Map<Integer, RowPath> named = new HashMap<>();

  /**
   * A row that the definition found by itself is, for those who read it, the row of this name: the
   * same one each time it is read of the same row.
   */
  private RowPath seenByOthers(RowPath path) {
    if (path.root() == RowPath.SELF || !types.isEmpty()) {
      return path;
    }
    if (of.owner().isEmpty()) {
      return new RowPath(path.root(), of.name(), path.references());
    }
    RowPath start = named.computeIfAbsent(path.root(), this::named);
    return Paths.follow(start, path.references());
  }

  private RowPath named(int found) {
    EntityRef owner = of.owner().orElseThrow();
    String name = of.name();
    if (of.origin() == Fact.Origin.LOCAL) {
      name += " at " + of.span().place();
    } else if (!in.vocabulary.isUnique(name)) {
      name += " of " + owner;
    }
    return in.paths.named(
        found,
        RowPath.self(owner.name()),
        named.isEmpty() ? name : name + " " + (named.size() + 1));
  }
}
