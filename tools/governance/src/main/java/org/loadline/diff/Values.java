package org.loadline.diff;

import org.loadline.model.Type;
import org.loadline.values.Member;
import org.loadline.values.Value;

/** Values of two programs that are alike; members of a choice by their names. */
final class Values {
  private Values() {}

  static boolean same(Type one, Value a, Side before, Type other, Value b, Side after) {
    return a instanceof Member x && b instanceof Member y
        ? name(one, x, before).equals(name(other, y, after))
        : a.equals(b);
  }

  private static String name(Type type, Member member, Side side) {
    return type.present() instanceof Type.OfChoice choice
        ? side.program().choice(choice.choice()).members().get(member.ordinal())
        : "";
  }
}
