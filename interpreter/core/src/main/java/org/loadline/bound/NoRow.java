package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.model.RowPath;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Name;

/** Where no row stands: params, inputs of no row, written tables. A unit of a row is refused. */
record NoRow(DiagnosticSink sink) implements UnitOwners {
  @Override
  public Optional<RowPath> rowOf(Bound.UnitName unit, List<Name> written, Span place) {
    new Saying(sink, DeclarationProblem.UNIT_OF_A_ROW, place)
        .with("unit", unit.name())
        .with("owner", unit.owner().map(Object::toString).orElse(""))
        .also(unit.span(), "declared here")
        .send();
    return Optional.empty();
  }
}
