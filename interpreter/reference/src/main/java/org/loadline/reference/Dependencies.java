package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Assumption;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;

/**
 * What is to be worked out anew when a cell changes: for each input that a waterfall writes, the
 * facts that read it, the facts that read those, and so on, each with the way from its row to what
 * it reads.
 */
final class Dependencies {
  private final Map<Input, List<Reader>> ofInputs = new HashMap<>();
  private final Map<Node, List<Reader>> ofNodes = new HashMap<>();
  private final Map<Expr.Aggregate, Node.Total> totals = new IdentityHashMap<>();

  /** An input of an entity, or of the system. */
  record Input(Optional<EntityRef> entity, int field) {
    static Input of(ChangedCell cell) {
      return new Input(cell.entity(), cell.field());
    }
  }

  /** What may have to be worked out anew. */
  sealed interface Node {
    /** A fact of a row, or of the whole. */
    record OfFact(FactRef fact) implements Node {}

    /** Whether the rows of an entity, or the whole, keep what is declared about their data. */
    record Sound(Optional<EntityRef> entity) implements Node {}

    /** What the rows of an entity add to an aggregate over all of them. */
    record Total(int number, EntityRef entity) implements Node {}

    /** Which rows are over the line. */
    record OverLine(EntityRef entity) implements Node {}

    /** A formula of an entry, which is worked out whenever it is needed. */
    record Entry() implements Node {}
  }

  /** Who reads, and on which way. */
  record Reader(Node node, Route route) {}

  Dependencies(Program program, Set<Input> written, Line line, List<Expr> formulas) {
    Walk walk = new Walk(program);
    Set<FactRef> states = StartingStates.of(program);
    for (Fact fact : program.facts()) {
      if (states.contains(fact.ref())) {
        continue;
      }
      Node node = new Node.OfFact(fact.ref());
      Map<Integer, Route> routes = own(fact.owner());
      walk.formula(node, fact.body(), routes);
      fact.needs().ifPresent(needs -> walk.formula(node, needs, routes));
    }
    for (Assumption assumption : program.assumptions()) {
      Node node = new Node.Sound(assumption.owner());
      walk.formula(node, assumption.condition(), own(assumption.owner()));
    }
    for (Entity entity : program.entities()) {
      bounded(entity.fields(), Optional.of(entity.ref()));
    }
    bounded(program.system(), Optional.empty());
    Node over = new Node.OverLine(line.owner());
    Map<Integer, Route> row = own(Optional.of(line.owner()));
    line.guard().ifPresent(guard -> walk.formula(over, guard, row));
    line.order().forEach(key -> walk.formula(over, key.measure(), row));
    formulas.forEach(formula -> walk.formula(new Node.Entry(), formula, Map.of()));
    keepOnly(written);
  }

  private static Map<Integer, Route> own(Optional<EntityRef> owner) {
    return owner.isPresent() ? Map.of(0, Route.HERE) : Map.of();
  }

  private void bounded(List<Field> fields, Optional<EntityRef> entity) {
    for (Field field : fields) {
      if (field.within().isPresent()) {
        Node node = new Node.Sound(entity);
        add(new Input(entity, field.index()), new Reader(node, Route.HERE));
      }
    }
  }

  private void add(Input input, Reader reader) {
    List<Reader> readers = ofInputs.computeIfAbsent(input, i -> new ArrayList<>());
    if (!readers.contains(reader)) {
      readers.add(reader);
    }
  }

  private void add(Node read, Reader reader) {
    List<Reader> readers = ofNodes.computeIfAbsent(read, n -> new ArrayList<>());
    if (!readers.contains(reader)) {
      readers.add(reader);
    }
  }

  private void keepOnly(Set<Input> written) {
    ofInputs.keySet().retainAll(written);
  }

  /** Who reads an input. */
  List<Reader> readers(Input input) {
    return ofInputs.getOrDefault(input, List.of());
  }

  /** Who reads what was to be worked out anew. */
  List<Reader> readers(Node node) {
    return ofNodes.getOrDefault(node, List.of());
  }

  /** Whether a written input can make a row break what is declared about it, or keep it. */
  boolean mayBreak() {
    Set<Node> reached = new HashSet<>();
    List<Node> ahead = new ArrayList<>();
    ofInputs.values().forEach(readers -> readers.forEach(reader -> ahead.add(reader.node())));
    while (!ahead.isEmpty()) {
      Node node = ahead.removeLast();
      if (reached.add(node)) {
        readers(node).forEach(reader -> ahead.add(reader.node()));
      }
    }
    return reached.stream().anyMatch(Node.Sound.class::isInstance);
  }

  /** The aggregates that are kept up to date row by row. */
  Map<Expr.Aggregate, Node.Total> totals() {
    return totals;
  }

  /** Takes down what formulas read. */
  private final class Walk {
    private final Program program;

    Walk(Program program) {
      this.program = program;
    }

    /** {@code routes} lead from the reader's row to the rows in slots; other slots to any row. */
    void formula(Node reader, Expr formula, Map<Integer, Route> routes) {
      List<Expr> ahead = new ArrayList<>(List.of(formula));
      while (!ahead.isEmpty()) {
        Expr at = ahead.removeLast();
        if (at instanceof Expr.Aggregate aggregate) {
          aggregate(reader, aggregate, routes);
        } else if (at instanceof Expr.Pick pick) {
          pick(reader, pick, routes);
        } else {
          note(reader, at, routes);
          ahead.addAll(Parts.of(at));
        }
      }
    }

    private void note(Node reader, Expr at, Map<Integer, Route> routes) {
      switch (at) {
        case Expr.FieldOf e ->
            add(
                new Input(Optional.of(e.entity()), e.field()),
                new Reader(reader, Ways.to(e.row(), routes)));
        case Expr.SystemValue e ->
            add(new Input(Optional.empty(), e.input().index()), new Reader(reader, Route.ANYWHERE));
        case Expr.FactOf e -> {
          Route route = e.row().map(row -> Ways.to(row, routes)).orElse(Route.ANYWHERE);
          add(new Node.OfFact(e.fact()), new Reader(reader, route));
        }
        case Expr.Lookup e -> table(reader, program.table(e.table()).rows());
        case Expr.Marginal e -> table(reader, program.table(e.table()).rows());
        case Expr.Interpolated e -> table(reader, program.table(e.table()).rows());
        case Expr.Given e -> anything(reader);
        default -> {}
      }
    }

    /**
     * A supposed world has facts of its own, which are not told what changes around it: whatever is
     * read there may have.
     */
    private void anything(Node reader) {
      for (Entity entity : program.entities()) {
        if (!entity.written()) {
          table(reader, entity.ref());
        }
      }
      for (Field input : program.system()) {
        add(new Input(Optional.empty(), input.index()), new Reader(reader, Route.ANYWHERE));
      }
    }

    /** A lookup may read any cell of its table's rows. */
    private void table(Node reader, EntityRef rows) {
      for (Field field : program.entity(rows).fields()) {
        add(new Input(Optional.of(rows), field.index()), new Reader(reader, Route.ANYWHERE));
      }
    }

    private void aggregate(Node reader, Expr.Aggregate e, Map<Integer, Route> routes) {
      if (RunningTotals.canKeep(e)) {
        Node.Total total = totals.get(e);
        if (total == null) {
          EntityRef entity = Numbering.entity(e.binders().getFirst().rows());
          total = new Node.Total(totals.size(), entity);
          totals.put(e, total);
          Map<Integer, Route> own = Map.of(e.binders().getFirst().slot(), Route.HERE);
          for (Expr part : Parts.of(e)) {
            formula(total, part, own);
          }
        }
        add(total, new Reader(reader, Route.ANYWHERE));
        return;
      }
      Map<Integer, Route> longer = new HashMap<>(routes);
      for (Expr.Binder binder : e.binders()) {
        longer.put(binder.slot(), Ways.over(binder.rows(), longer));
      }
      Parts.of(e).forEach(part -> formula(reader, part, longer));
    }

    private void pick(Node reader, Expr.Pick e, Map<Integer, Route> routes) {
      Map<Integer, Route> longer = new HashMap<>(routes);
      longer.put(e.binder().slot(), Ways.over(e.binder().rows(), routes));
      Parts.of(e).forEach(part -> formula(reader, part, longer));
    }
  }
}
