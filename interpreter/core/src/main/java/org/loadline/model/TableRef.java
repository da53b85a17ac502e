package org.loadline.model;

/** A reference to a table of a program, by its place there; the name is for people. */
public record TableRef(int index, String name) {
  @Override
  public String toString() {
    return name;
  }
}
