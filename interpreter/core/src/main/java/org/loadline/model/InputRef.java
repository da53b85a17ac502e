package org.loadline.model;

/** A reference to a system input of a program, by its place there; the name is for people. */
public record InputRef(int index, String name) {
  @Override
  public String toString() {
    return name;
  }
}
