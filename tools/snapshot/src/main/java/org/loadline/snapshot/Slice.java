package org.loadline.snapshot;

/** Some characters of a buffer that will be written over: to be read at once. */
record Slice(char[] chars, int start, int length) {
  static Slice of(String text) {
    return new Slice(text.toCharArray(), 0, text.length());
  }

  boolean isEmpty() {
    return length == 0;
  }

  char at(int index) {
    return chars[start + index];
  }

  boolean is(String text) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (chars[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a blank stands at an end. */
  boolean isPadded() {
    return length > 0 && (isBlank(at(0)) || isBlank(at(length - 1)));
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The characters, kept. */
  String text() {
    return new String(chars, start, length);
  }
}
