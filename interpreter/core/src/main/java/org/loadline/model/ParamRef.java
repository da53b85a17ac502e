package org.loadline.model;

/** A reference to a param of a program, by its place there; the name is for people. */
public record ParamRef(int index, String name) {
  @Override
  public String toString() {
    return name;
  }
}
