package org.loadline.engine.guest;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.ArrayList;
import java.util.List;

/**
 * Another language's object as names and values: its members, or the entries of a map.
 *
 * <p>The members of a map are the methods of its class in some languages, so its entries win.
 */
final class GuestObject {
  private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

  private GuestObject() {}

  static boolean is(Object object) {
    return INTEROP.hasHashEntries(object) || INTEROP.hasMembers(object);
  }

  static boolean has(Object object, String name) {
    return INTEROP.hasHashEntries(object)
        ? INTEROP.isHashEntryReadable(object, name)
        : INTEROP.isMemberReadable(object, name);
  }

  static Object read(Object object, String name) throws InteropException {
    return INTEROP.hasHashEntries(object)
        ? INTEROP.readHashValue(object, name)
        : INTEROP.readMember(object, name);
  }

  /** The names of what it holds; methods are not held. */
  static List<String> names(Object object) throws InteropException {
    List<String> names = new ArrayList<>();
    if (INTEROP.hasHashEntries(object)) {
      Object keys = INTEROP.getHashKeysIterator(object);
      while (INTEROP.hasIteratorNextElement(keys)) {
        names.add(INTEROP.asString(INTEROP.getIteratorNextElement(keys)));
      }
      return names;
    }
    Object members = INTEROP.getMembers(object);
    for (long i = 0; i < INTEROP.getArraySize(members); i++) {
      String name = INTEROP.asString(INTEROP.readArrayElement(members, i));
      if (!INTEROP.isMemberInvocable(object, name)) {
        names.add(name);
      }
    }
    return names;
  }
}
