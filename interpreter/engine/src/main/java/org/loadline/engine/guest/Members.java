package org.loadline.engine.guest;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** An object with named members; each is made when it is read. */
@ExportLibrary(InteropLibrary.class)
final class Members implements TruffleObject {
  private final Map<String, Supplier<Object>> members;

  Members(Map<String, Supplier<Object>> members) {
    this.members = members;
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  Object getMembers(boolean includeInternal) {
    return new Elements(members.size(), List.copyOf(members.keySet())::get);
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMemberReadable(String member) {
    return members.containsKey(member);
  }

  @ExportMessage
  @TruffleBoundary
  Object readMember(String member) throws UnknownIdentifierException {
    Supplier<Object> made = members.get(member);
    if (made == null) {
      throw UnknownIdentifierException.create(member);
    }
    return made.get();
  }

  /** A list whose elements are made when they are read. */
  @ExportLibrary(InteropLibrary.class)
  static final class Elements implements TruffleObject {
    private final int size;
    private final IntFunction<Object> make;

    Elements(int size, IntFunction<Object> make) {
      this.size = size;
      this.make = make;
    }

    @ExportMessage
    boolean hasArrayElements() {
      return true;
    }

    @ExportMessage
    long getArraySize() {
      return size;
    }

    @ExportMessage
    boolean isArrayElementReadable(long index) {
      return index >= 0 && index < size;
    }

    @ExportMessage
    @TruffleBoundary
    Object readArrayElement(long index) throws InvalidArrayIndexException {
      if (!isArrayElementReadable(index)) {
        throw InvalidArrayIndexException.create(index);
      }
      return make.apply((int) index);
    }
  }

  /** {@code none}. */
  @ExportLibrary(InteropLibrary.class)
  static final class Nothing implements TruffleObject {
    static final Nothing INSTANCE = new Nothing();

    @ExportMessage
    boolean isNull() {
      return true;
    }
  }
}
