package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.core.Waterfall;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.RowNumber;

/**
 * Keeps the numbers of rows right while rows are added: a new row stands in the order of identity,
 * so the rows after it move up by one.
 */
final class Numbering {
  private final Map<Integer, EntityRef> slots = new HashMap<>();
  private final List<Listed> open = new ArrayList<>();
  private final List<RowAt> added = new ArrayList<>();

  /** Rows that are still to be visited, or have been. */
  static final class Listed {
    private final EntityRef entity;
    private List<Integer> rows;

    Listed(EntityRef entity, List<Integer> rows) {
      this.entity = entity;
      this.rows = new ArrayList<>(rows);
    }

    List<Integer> rows() {
      return rows;
    }
  }

  Numbering(Waterfall waterfall) {
    slots.put(0, waterfall.owner());
    waterfall.carried().forEach(c -> slot(c.slot(), c.start().type()));
    waterfall.fixed().forEach(f -> slot(f.slot(), f.value().type()));
    waterfall.steps().forEach(step -> step.entries().forEach(this::slots));
  }

  private void slots(Entry entry) {
    switch (entry) {
      case Entry.ForEach each -> {
        slots.put(each.binder().slot(), entity(each.binder().rows()));
        each.entries().forEach(this::slots);
      }
      case Entry.Share share -> slots.put(share.binder().slot(), entity(share.binder().rows()));
      case Entry.Do action -> {
        action.arguments().forEach(a -> slot(a.slot(), a.value().type()));
        action.entries().forEach(this::slots);
      }
      case Entry.Move e -> {}
      case Entry.Cancel e -> {}
      case Entry.Raise e -> {}
      case Entry.Set e -> {}
      case Entry.Carry e -> {}
      case Entry.Create e -> {}
      case Entry.Refuse e -> {}
    }
  }

  private void slot(int slot, Type type) {
    if (type.present() instanceof Type.RowOf(EntityRef entity, var path)) {
      slots.put(slot, entity);
    }
  }

  /** The entity whose rows a collection holds. */
  static EntityRef entity(Rows rows) {
    return switch (rows) {
      case Rows.All(EntityRef entity) -> entity;
      case Rows.Children(Expr parent, EntityRef child, int field) -> child;
      case Rows.Ordered ordered -> entity(ordered.element().rows());
      case Rows.Before before -> entity(before.order());
      case Rows.Members members -> throw noRows();
      case Rows.Numbers numbers -> throw noRows();
    };
  }

  private static IllegalStateException noRows() {
    return new IllegalStateException("entries are done for rows, not for members or numbers");
  }

  /** Follows a list from now on. */
  void open(Listed list) {
    open.add(list);
  }

  void close(Listed list) {
    open.remove(list);
  }

  int mark() {
    return added.size();
  }

  /** A row was added: moves up whatever stands after it. */
  void added(RowAt row, Frame frame) {
    added.add(row);
    open.forEach(list -> renumber(list, row, 1));
    slots.forEach(
        (slot, entity) -> {
          boolean after =
              entity.equals(row.entity())
                  && frame.slot(slot) instanceof Outcome.Known(RowNumber(int at))
                  && at >= row.row();
          if (after) {
            int number = ((RowNumber) ((Outcome.Known) frame.slot(slot)).value()).index();
            frame.set(slot, new RowNumber(number + 1));
          }
        });
    Optional<RowAt> of = frame.row();
    if (of.isPresent() && of.get().entity().equals(row.entity()) && of.get().row() >= row.row()) {
      frame.renumber(new RowAt(row.entity(), of.get().row() + 1));
    }
  }

  /** Rows that were added since are gone again. */
  void undo(int mark) {
    while (added.size() > mark) {
      RowAt row = added.removeLast();
      open.forEach(list -> renumber(list, row, -1));
    }
  }

  private static void renumber(Listed list, RowAt row, int by) {
    if (list.entity.equals(row.entity())) {
      list.rows.replaceAll(at -> at >= row.row() ? at + by : at);
    }
  }

  /** The numbers of the rows that were added to an entity. */
  TreeSet<Integer> addedTo(EntityRef entity) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (RowAt row : added) {
      if (row.entity().equals(entity)) {
        TreeSet<Integer> moved = new TreeSet<>();
        rows.forEach(at -> moved.add(at >= row.row() ? at + 1 : at));
        moved.add(row.row());
        rows = moved;
      }
    }
    return rows;
  }
}
