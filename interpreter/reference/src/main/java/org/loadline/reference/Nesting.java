package org.loadline.reference;

/** How many formulas are being worked out inside one another, in all worlds of a run together. */
final class Nesting {
  private int depth;

  int depth() {
    return depth;
  }

  void enter() {
    depth++;
  }

  void leave() {
    depth--;
  }
}
