package org.loadline.model;

/** A reference to a choice of a program, by its place there; the name is for people. */
public record ChoiceRef(int index, String name) {
  @Override
  public String toString() {
    return name;
  }
}
