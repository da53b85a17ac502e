package org.loadline.bound;

import java.util.Optional;
import org.loadline.model.Bounds;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Range;

/** Reads {@code within a .. b} for a place of a known type. */
final class BoundsReader {
  private final ConstantFolder folder;
  private final DiagnosticSink sink;

  BoundsReader(ConstantFolder folder, DiagnosticSink sink) {
    this.folder = folder;
    this.sink = sink;
  }

  Optional<Bounds> read(Range range, Type type) {
    Type ordered =
        type.present() instanceof Type.Quantity quantity
            ? new Type.Quantity(quantity.unit(), quantity.form(), false)
            : type.present();
    if (!isOrdered(ordered)) {
      new Saying(sink, DeclarationProblem.BOUNDS_NOT_WANTED, range.span())
          .with("kind", TypeWords.of(ordered))
          .send();
      return Optional.empty();
    }
    Optional<Constant> least = folder.fold(range.from(), ordered);
    Optional<Constant> most = folder.fold(range.to(), ordered);
    if (least.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    if (least.get().exact().compareTo(most.get().exact()) > 0) {
      new Saying(sink, DeclarationProblem.EMPTY_BOUNDS, range.span())
          .with("least", Excerpt.of(range.from().span()))
          .with("most", Excerpt.of(range.to().span()))
          .send();
      return Optional.empty();
    }
    return Optional.of(new Bounds(least.get().exact(), most.get().exact(), range.span()));
  }

  private static boolean isOrdered(Type type) {
    return type instanceof Type.Quantity
        || type instanceof Type.Date
        || type instanceof Type.Instant;
  }
}
