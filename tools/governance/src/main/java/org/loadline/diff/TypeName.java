package org.loadline.diff;

import org.loadline.model.Type;
import org.loadline.model.Unit;

/** What a type is called in a policy: two are alike if they are called alike. */
final class TypeName {
  private TypeName() {}

  static String of(Type type) {
    return switch (type) {
      case Type.Quantity q ->
          (q.unit().isOne()
                  ? "number"
                  : q.unit().equals(Unit.TIME) ? "duration" : q.unit().withOwners())
              + (q.orUnlimited() ? " or unlimited" : "");
      case Type.Flag t -> "flag";
      case Type.Text t -> "text";
      case Type.Date t -> "date";
      case Type.Instant t -> "instant";
      case Type.OfChoice t -> t.choice().name();
      case Type.RowOf t -> t.entity().name();
      case Type.Nothing t -> "none";
      case Type.OrNone t -> of(t.of()) + " or none";
    };
  }
}
