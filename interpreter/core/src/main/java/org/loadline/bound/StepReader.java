package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.Step;
import org.loadline.values.Exact;

/** Reads {@code in steps of …}: a constant, or a field over the references of a row. */
final class StepReader {
  private static final Exact MOST_PLACES = Exact.of(Exact.MAX_PLACES);
  private static final Exact TENTH = Exact.ofFraction(1, 10);

  private final Map<EntityRef, List<FieldDraft>> fields;
  private final ConstantFolder folder;
  private final DiagnosticSink sink;

  StepReader(Map<EntityRef, List<FieldDraft>> fields, ConstantFolder folder, DiagnosticSink sink) {
    this.fields = fields;
    this.folder = folder;
    this.sink = sink;
  }

  /** The step of a field of an entity, or of an input of no row. */
  Optional<StepRule> read(Step step, FieldDraft field, Optional<EntityRef> entity) {
    if (field.type().isEmpty()) {
      return Optional.empty();
    }
    if (!(field.knownType().present() instanceof Type.Quantity quantity)) {
      new Saying(sink, DeclarationProblem.STEP_NOT_WANTED, step.span())
          .with("name", field.name())
          .with("kind", TypeWords.of(field.knownType()))
          .send();
      return Optional.empty();
    }
    return switch (step) {
      case Step.Of of ->
          path(of.size(), entity).isPresent()
              ? byRow(path(of.size(), entity).get(), field, quantity.unit(), entity.get(), false)
              : fixed(of, new Type.Quantity(quantity.unit(), Type.Form.DECIMAL, false));
      case Step.Places places ->
          path(places.count(), entity).isPresent()
              ? byRow(path(places.count(), entity).get(), field, Unit.ONE, entity.get(), true)
              : places(places);
    };
  }

  private Optional<StepRule> fixed(Step.Of step, Type.Quantity type) {
    Optional<Constant> size = folder.fold(step.size(), type);
    boolean bad =
        size.isPresent()
            && (size.get().exact().signum() <= 0 || size.get().exact().decimalPlaces().isEmpty());
    if (bad) {
      new Saying(sink, DeclarationProblem.BAD_STEP, step.span())
          .with("text", Excerpt.of(step.span()))
          .send();
      return Optional.empty();
    }
    return size.map(s -> new StepRule.Fixed(s.exact()));
  }

  private Optional<StepRule> places(Step.Places step) {
    Optional<Constant> count = folder.fold(step.count(), Type.NUMBER);
    if (count.isEmpty()) {
      return Optional.empty();
    }
    Exact places = count.get().exact();
    if (!places.isWhole() || places.signum() < 0 || places.compareTo(MOST_PLACES) > 0) {
      new Saying(sink, DeclarationProblem.BAD_PLACES, step.span())
          .with("text", Excerpt.of(step.count().span()))
          .with("most", Exact.MAX_PLACES)
          .send();
      return Optional.empty();
    }
    return Optional.of(new StepRule.Fixed(TENTH.power(places.intValueExact())));
  }

  /** The names of a path that begins in the row; empty if it does not. */
  private Optional<List<Name>> path(Expression expression, Optional<EntityRef> entity) {
    List<Name> names = new ArrayList<>();
    Expression at = expression;
    while (at instanceof Expression.Member member) {
      names.addFirst(member.name());
      at = member.target();
    }
    if (entity.isPresent() && at instanceof Expression.Reference first) {
      boolean itself =
          first.name().text().equals(entity.get().name())
              && field(entity.get(), first.name().text()).isEmpty();
      if (itself && !names.isEmpty()) {
        return Optional.of(names);
      }
      names.addFirst(first.name());
      return names.size() > 1 || field(entity.get(), first.name().text()).isPresent()
          ? Optional.of(names)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<StepRule> byRow(
      List<Name> names, FieldDraft field, Unit unit, EntityRef entity, boolean places) {
    List<Integer> indices = new ArrayList<>();
    RowPath path = RowPath.self(entity.name());
    EntityRef at = entity;
    for (Name name : names) {
      Optional<FieldDraft> step = field(at, name.text());
      if (step.isEmpty()) {
        noField(at, name);
        return Optional.empty();
      }
      indices.add(drafts(at).indexOf(step.get()));
      if (indices.size() == names.size()) {
        return holdsStep(name, step.get(), field, unit, path)
            ? Optional.of(new StepRule.ByRow(indices, places))
            : Optional.empty();
      }
      if (!(step.get().knownType() instanceof Type.RowOf row)) {
        new Saying(sink, DeclarationProblem.STEP_PATH, name.span()).with("name", name).send();
        return Optional.empty();
      }
      path = path.then(name.text());
      at = row.entity();
    }
    return Optional.empty();
  }

  private boolean holdsStep(
      Name name, FieldDraft holder, FieldDraft field, Unit unit, RowPath path) {
    boolean fixed = holder.line().flatMap(line -> line.step()).filter(this::mayDiffer).isEmpty();
    if (holder.type().isEmpty()) {
      return false;
    }
    boolean plain =
        holder != field
            && fixed
            && holder.family().isEmpty()
            && holder.knownType() instanceof Type.Quantity quantity
            && !quantity.orUnlimited();
    if (!plain) {
      new Saying(sink, DeclarationProblem.STEP_HOLDER, name.span())
          .with("name", name)
          .also(holder.span(), "declared here")
          .send();
      return false;
    }
    Unit found = ((Type.Quantity) holder.knownType()).unit().rebase(RowPath.SELF, path);
    if (!found.equals(unit)) {
      new Saying(sink, DeclarationProblem.STEP_UNIT, name.span())
          .with("name", name)
          .with("found", TypeWords.of(Constant.number(Exact.ONE, found, false, name.span()).type()))
          .with("wanted", TypeWords.of(Constant.number(Exact.ONE, unit, false, name.span()).type()))
          .also(holder.span(), "declared here")
          .send();
      return false;
    }
    return true;
  }

  /** A step that itself depends on a row cannot give another its size. */
  private boolean mayDiffer(Step step) {
    Expression size =
        switch (step) {
          case Step.Of of -> of.size();
          case Step.Places places -> places.count();
        };
    return size instanceof Expression.Member
        || (size instanceof Expression.Reference reference
            && fields.values().stream()
                .flatMap(List::stream)
                .anyMatch(f -> f.name().equals(reference.name().text())));
  }

  private void noField(EntityRef entity, Name name) {
    List<String> known = drafts(entity).stream().map(FieldDraft::name).toList();
    new Saying(sink, NameProblem.NO_SUCH_FIELD, name.span())
        .with("entity", entity)
        .with("name", name)
        .with("fields", String.join(", ", known.stream().map(n -> "`" + n + "`").toList()))
        .hint(Suggestions.hint(name.text(), known, NameProblem.NO_SUCH_FIELD.hint()))
        .send();
  }

  private Optional<FieldDraft> field(EntityRef entity, String name) {
    return drafts(entity).stream().filter(f -> f.name().equals(name)).findFirst();
  }

  private List<FieldDraft> drafts(EntityRef entity) {
    return Objects.requireNonNull(fields.get(entity), "an entity that is declared");
  }
}
