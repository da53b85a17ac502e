package org.loadline.model;

/**
 * A reference to an entity, or to the rows of a written table of a program, by its place there; the
 * name is for people.
 */
public record EntityRef(int index, String name) {
  @Override
  public String toString() {
    return name;
  }
}
