package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.Bounds;
import org.loadline.model.ChangeRule;
import org.loadline.model.Param;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Builds params: their defaults, bounds and limits on changes. */
final class ParamBuilder {
  private final Declared declared;
  private final DiagnosticSink sink;
  private final UnitOwners owners;
  private final ConstantFolder folder;
  private final ChangeReader changes;

  ParamBuilder(Declared declared, DiagnosticSink sink) {
    this.declared = declared;
    this.sink = sink;
    this.owners = new NoRow(sink);
    this.folder = new ConstantFolder(declared, owners, sink);
    this.changes = new ChangeReader(folder, sink);
  }

  List<Param> params() {
    List<Param> params = new ArrayList<>();
    declared.params.values().forEach(param -> params.add(param(param)));
    return params;
  }

  Param param(Declared.OfParam param) {
    Declaration.Param written = param.declaration();
    Optional<Constant> value = value(written);
    Type type = value.map(Constant::type).orElse(Type.NUMBER);
    ChangeReader.Limits limits =
        value.isEmpty()
            ? new ChangeReader.Limits(Optional.empty(), ChangeRule.FREE)
            : changes.read(written.limits(), type, other -> otherParam(written.name(), other));
    value.ifPresent(v -> limits.within().ifPresent(bounds -> checkInside(written, v, bounds)));
    Value known = value.map(Constant::value).orElse(Exact.ZERO);
    return new Param(
        param.ref(),
        type,
        known,
        limits.within(),
        limits.change(),
        written.doc().text(),
        written.name().span());
  }

  private Optional<Constant> value(Declaration.Param param) {
    if (param.type().isEmpty()) {
      return folder.fold(param.value()).flatMap(constant -> inferred(param, constant));
    }
    Optional<Type> type = new TypeReader(declared, sink).read(param.type().get(), owners);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get() instanceof Type.RowOf) {
      new Saying(sink, DeclarationProblem.PARAM_ROW, param.type().get().span()).send();
      return Optional.empty();
    }
    // A param says `unlimited` or `none` by its default, since its type has no words for them.
    Optional<Constant> free = folder.fold(param.value(), wide(type.get()));
    boolean count = TypeReader.isCount(param.type().get());
    return free.map(c -> narrow(c, type.get()))
        .filter(c -> isDecimal(param, c))
        .filter(c -> !count || new Fitting(sink).isCount(c));
  }

  private static Type wide(Type type) {
    Type whole =
        type instanceof Type.Quantity quantity
            ? new Type.Quantity(quantity.unit(), quantity.form(), true)
            : type;
    return new Type.OrNone(whole);
  }

  private static Constant narrow(Constant constant, Type type) {
    Type narrowed =
        switch (constant.value()) {
          case Unlimited unlimited -> wide(type).present();
          case org.loadline.values.None none -> new Type.OrNone(type);
          default -> type;
        };
    return new Constant(narrowed, constant.value(), false, constant.span());
  }

  private Optional<Constant> inferred(Declaration.Param param, Constant constant) {
    boolean unclear =
        constant.type() instanceof Type.Nothing || constant.value() == Unlimited.INSTANCE;
    if (unclear) {
      new Saying(sink, DeclarationProblem.PARAM_TYPE, param.value().span())
          .with("name", param.name())
          .send();
      return Optional.empty();
    }
    return Optional.of(constant).filter(c -> isDecimal(param, c));
  }

  private boolean isDecimal(Declaration.Param param, Constant constant) {
    if (!(constant.value() instanceof Exact number) || number.decimalPlaces().isPresent()) {
      return true;
    }
    new Saying(sink, DeclarationProblem.ENDLESS, param.value().span())
        .with("text", Excerpt.of(param.value().span()))
        .send();
    return false;
  }

  private void checkInside(Declaration.Param param, Constant value, Bounds bounds) {
    if (value.value() instanceof Exact number && !bounds.holds(number)) {
      new Saying(sink, DeclarationProblem.OUTSIDE_BOUNDS, param.value().span())
          .with("text", Excerpt.of(param.value().span()))
          .with("bounds", Excerpt.of(bounds.span()))
          .also(bounds.span(), "the bounds")
          .send();
    }
  }

  private Optional<String> otherParam(Name self, Name other) {
    boolean known = declared.params.containsKey(other.text()) && !other.text().equals(self.text());
    if (!known) {
      List<String> others =
          declared.params.keySet().stream().filter(p -> !p.equals(self.text())).toList();
      new Saying(sink, NameProblem.NO_SUCH_PARAM, other.span())
          .with("name", other)
          .hint(Suggestions.hint(other.text(), others, NameProblem.NO_SUCH_PARAM.hint()))
          .send();
    }
    return known ? Optional.of(other.text()) : Optional.empty();
  }
}
