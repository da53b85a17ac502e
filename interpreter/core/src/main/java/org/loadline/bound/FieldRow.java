package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Name;

/**
 * The row that a field belongs to: a unit of a row is of that row itself, or of the only row it
 * refers to directly; otherwise the path is written.
 */
record FieldRow(EntityShape entity, EntityShapes shapes, DiagnosticSink sink)
    implements UnitOwners {
  @Override
  public Optional<RowPath> rowOf(Bound.UnitName unit, List<Name> written, Span place) {
    return unit.owner()
        .flatMap(
            owner ->
                written.isEmpty()
                    ? nearest(unit, owner, place)
                    : along(unit, owner, written, place));
  }

  private Optional<RowPath> nearest(Bound.UnitName unit, EntityRef owner, Span place) {
    RowPath self = RowPath.self(entity.name());
    if (owner.equals(entity.ref())) {
      return Optional.of(self);
    }
    List<EntityShape.Reference> references = entity.referencesTo(owner);
    if (references.size() == 1) {
      return Optional.of(self.then(references.getFirst().name()));
    }
    boolean several = !references.isEmpty();
    String all =
        references.stream()
            .map(r -> "`" + unit.name() + " of " + r.name() + "`")
            .collect(Collectors.joining(" or "));
    new Saying(sink, several ? DeclarationProblem.UNCLEAR_ROW : DeclarationProblem.NO_ROW, place)
        .with("unit", unit.name())
        .with("owner", owner)
        .with("entity", entity.name())
        .with("choices", all)
        .also(unit.span(), "declared here")
        .send();
    return Optional.empty();
  }

  private Optional<RowPath> along(
      Bound.UnitName unit, EntityRef owner, List<Name> written, Span place) {
    RowPath path = RowPath.self(entity.name());
    EntityShape at = entity;
    boolean itself =
        written.size() == 1
            && written.getFirst().text().equals(entity.name())
            && entity.reference(entity.name()).isEmpty();
    for (Name name : itself ? List.<Name>of() : written) {
      Optional<EntityShape.Reference> reference = at.reference(name.text());
      if (reference.isEmpty()) {
        List<String> known = at.references().stream().map(EntityShape.Reference::name).toList();
        new Saying(sink, NameProblem.NO_SUCH_REFERENCE, name.span())
            .with("entity", at.name())
            .with("name", name)
            .hint(Suggestions.hint(name.text(), known, NameProblem.NO_SUCH_REFERENCE.hint()))
            .send();
        return Optional.empty();
      }
      path = path.then(name.text());
      at = shapes.shape(reference.get().target());
    }
    if (!at.ref().equals(owner)) {
      new Saying(sink, DeclarationProblem.OTHER_OWNER, place)
          .with("unit", unit.name())
          .with("owner", owner)
          .with("path", path)
          .with("entity", at.name())
          .also(unit.span(), "declared here")
          .send();
      return Optional.empty();
    }
    return Optional.of(path);
  }
}
