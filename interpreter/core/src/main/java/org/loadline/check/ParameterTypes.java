package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.syntax.Parameter;

/** Holds arguments against the declared types of parameters. */
final class ParameterTypes {
  private final Checker in;

  ParameterTypes(Checker in) {
    this.in = in;
  }

  /**
   * The types that the parameters have in this call, seen from the definition; empty if an argument
   * does not fit what is declared, which has been said.
   */
  Optional<List<Type>> check(Defined d, List<Expr> arguments, List<Type> types) {
    Frame frame = Definitions.frame(d, types);
    Scope inside = Definitions.scope(d, frame);
    List<Type> result = new ArrayList<>();
    boolean fine = true;
    for (int i = 0; i < types.size(); i++) {
      Parameter parameter = d.parameters().get(i);
      Type given = types.get(i);
      if (parameter.type().isEmpty()) {
        result.add(given);
        continue;
      }
      Optional<Type> declared = read(parameter, inside);
      if (declared.isEmpty()) {
        fine = false;
      } else if (!fits(given, declared.get(), inside)) {
        fine = false;
        in.complaints.say(
            Complaints.misfit(declared.get(), given, arguments.get(i).span())
                .also(parameter.span(), "declared here"),
            arguments.get(i).span());
      } else {
        int root = in.definitions.rootsOf(d).ofParameter(i);
        result.add(asDeclared(given, named(declared.get(), root, parameter.name().text())));
      }
    }
    return fine ? Optional.of(result) : Optional.empty();
  }

  /** The type that a parameter says, with {@code or none} and {@code or unlimited}. */
  Optional<Type> read(Parameter parameter, Scope s) {
    Optional<Type> type = in.types.read(parameter.type().orElseThrow(), s);
    if (parameter.orUnlimited() && type.filter(t -> !(t instanceof Type.Quantity)).isPresent()) {
      in.complaints.say(
          TypeProblem.UNLIMITED_ARGUMENT,
          parameter.span(),
          "name",
          parameter.name().text(),
          "kind",
          TypeText.of(type.get()));
      return Optional.empty();
    }
    return type.map(t -> parameter.orUnlimited() ? unlimited(t) : t)
        .map(t -> parameter.orNone() ? new Type.OrNone(t) : t);
  }

  private static Type unlimited(Type type) {
    return type instanceof Type.Quantity q ? new Type.Quantity(q.unit(), q.form(), true) : type;
  }

  /** Whether a value can be given where a type is declared, which may let it be missing. */
  boolean fits(Type given, Type declared, Scope s) {
    if (declared instanceof Type.OrNone(Type there)) {
      return given instanceof Type.Nothing || in.fitness.fits(given.present(), there, s);
    }
    return in.fitness.fits(given, declared, s);
  }

  private static Type asDeclared(Type given, Type declared) {
    if (declared instanceof Type.OrNone(Type there)) {
      return new Type.OrNone(
          given instanceof Type.Nothing ? there : asDeclared(given.present(), there));
    }
    return given instanceof Type.Quantity g && declared instanceof Type.Quantity d
        ? new Type.Quantity(
            g.unit().equals(Open.EVERY) ? d.unit() : g.unit(),
            g.form(),
            g.orUnlimited() || d.orUnlimited())
        : given;
  }

  /** The types of parameters that all say theirs, for a definition that nobody calls. */
  Optional<List<Type>> declared(Defined d) {
    if (d.parameters().stream().anyMatch(p -> p.type().isEmpty())) {
      return Optional.empty();
    }
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < d.parameters().size(); i++) {
      types.add(new Type.Quantity(Unit.ONE, Type.Form.DECIMAL, false));
    }
    // Rows first: units of other parameters may belong to them.
    for (int round = 0; round < 2; round++) {
      Scope inside = Definitions.scope(d, Definitions.frame(d, types));
      for (int i = 0; i < types.size(); i++) {
        Parameter parameter = d.parameters().get(i);
        boolean row =
            parameter.type().get().factors().size() == 1
                && parameter
                    .type()
                    .get()
                    .factors()
                    .getFirst()
                    .name()
                    .flatMap(n -> in.vocabulary.kind(n.text()))
                    .isPresent();
        if (row == (round == 0)) {
          Optional<Type> type = read(parameter, inside);
          if (type.isEmpty()) {
            return Optional.empty();
          }
          int root = in.definitions.rootsOf(d).ofParameter(i);
          types.set(i, named(type.get(), root, parameter.name().text()));
        }
      }
    }
    return Optional.of(types);
  }

  private static Type named(Type type, int root, String name) {
    return switch (type) {
      case Type.RowOf row -> new Type.RowOf(row.entity(), new RowPath(root, name, List.of()));
      case Type.OrNone(Type there) -> new Type.OrNone(named(there, root, name));
      default -> type;
    };
  }
}
