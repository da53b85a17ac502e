package org.loadline.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.source.Span;

/**
 * A kind of row: one of the snapshot, or the rows of a written table.
 *
 * <p>The first reference to an entity other than itself, written with {@code of}, is the parent:
 * rows are kept together by it, and a key is unique within it. Without a key, rows are known by all
 * their references.
 */
public record Entity(
    EntityRef ref,
    String plural,
    boolean written,
    List<Field> fields,
    OptionalInt key,
    OptionalInt parent,
    boolean maximumIsUnlimited,
    String doc,
    Span span) {
  public Entity {
    fields = List.copyOf(fields);
  }

  public String name() {
    return ref.name();
  }

  /** Whether its rows are the points of a series: it is called after its owner and the series. */
  public boolean isSeries() {
    return name().indexOf('.') >= 0;
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** Whether its rows are made of others on loading: see {@code group}. */
  public boolean isGroup() {
    return fields.stream().anyMatch(f -> f.role() == Field.Role.MADE)
        && fields.stream().allMatch(f -> f.role().isMade());
  }

  /** Whether its rows are given, by a snapshot or a test. */
  public boolean isGiven() {
    return !written && !isGroup();
  }

  /** The fields that a snapshot holds; what is made and what the host hands back stands after. */
  public List<Field> given() {
    return fields.stream().filter(f -> !f.role().isMade()).toList();
  }

  /**
   * The fields that tell rows apart: the parent (if any) and the key, else every reference. Rows of
   * a group are told apart by parent and keys; the group of groups that holds them is no part of
   * it.
   */
  public List<Field> identity() {
    if (isGroup()) {
      return fields.stream()
          .filter(f -> f.role() == Field.Role.MADE)
          .filter(
              f -> f.plural().isEmpty() || (parent.isPresent() && f.index() == parent.getAsInt()))
          .toList();
    }
    return fields.stream()
        .filter(
            f ->
                key.isPresent()
                    ? f.index() == key.getAsInt()
                        || (parent.isPresent() && f.index() == parent.getAsInt())
                    : f.role() == Field.Role.REFERENCE)
        .toList();
  }

  /** Whether two rows may have one identity: no key, and at most one reference. */
  public boolean allowsTwins() {
    return key.isEmpty()
        && !isGroup()
        && fields.stream().filter(f -> f.role() == Field.Role.REFERENCE).count() < 2;
  }
}
