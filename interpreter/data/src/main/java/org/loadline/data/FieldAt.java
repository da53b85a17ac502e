package org.loadline.data;

/** A column of an entity: {@code member} is the place in a column family, 0 otherwise. */
public record FieldAt(int field, int member) {}
