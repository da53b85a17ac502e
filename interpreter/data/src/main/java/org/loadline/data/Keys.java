package org.loadline.data;

import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** What the indices of a column stand for, and how texts are ordered. */
public final class Keys {
  private Keys() {}

  static Column.Indices.Kind kind(Field field) {
    return switch (field.type().present()) {
      case Type.RowOf row -> Column.Indices.Kind.ROW;
      case Type.OfChoice choice -> Column.Indices.Kind.MEMBER;
      case Type.Flag flag -> Column.Indices.Kind.FLAG;
      case Type.Quantity q -> throw noIndex(field);
      case Type.Text text -> throw noIndex(field);
      case Type.Date date -> throw noIndex(field);
      case Type.Instant instant -> throw noIndex(field);
      case Type.Nothing nothing -> throw noIndex(field);
      case Type.OrNone optional -> throw noIndex(field);
    };
  }

  static Value indexed(Field field, int index) {
    return switch (kind(field)) {
      case ROW -> new RowNumber(index);
      case MEMBER -> new Member(index);
      case FLAG -> Flag.of(index != 0);
    };
  }

  /** Orders texts by code point, which is not the order of their UTF-16 units. */
  public static int compareTexts(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean bothSame = Character.isSurrogate(a) == Character.isSurrogate(b);
        return bothSame ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  private static IllegalArgumentException noIndex(Field field) {
    return new IllegalArgumentException("`" + field.name() + "` takes no index");
  }
}
