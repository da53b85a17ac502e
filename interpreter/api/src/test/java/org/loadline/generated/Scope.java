package org.loadline.generated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Choice;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/**
 * What a formula can read where it stands: the row it belongs to, row variables, parameters and
 * locals, and what is of no row.
 */
final class Scope {
  private final World world;
  private final Draw draw;
  private final List<Row> rows;
  private final List<Phrase> locals;
  private final Map<RowPath, RowPath> same;
  private final boolean inputsOnly;
  private Optional<List<Phrase>> atoms = Optional.empty();
  private Optional<List<Phrase>> missable = Optional.empty();

  /** A row that can be read: {@code prefix} stands before the names of its parts. */
  record Row(String text, String prefix, Sheet sheet, RowPath path) {}

  private Scope(
      World world,
      Draw draw,
      List<Row> rows,
      List<Phrase> locals,
      Map<RowPath, RowPath> same,
      boolean inputsOnly) {
    this.world = world;
    this.draw = draw;
    this.rows = rows;
    this.locals = locals;
    this.same = same;
    this.inputsOnly = inputsOnly;
  }

  static Scope whole(World world, Draw draw) {
    return new Scope(world, draw, List.of(), List.of(), Map.of(), false);
  }

  static Scope of(World world, Draw draw, Sheet sheet) {
    Row self = new Row(sheet.name(), "", sheet, sheet.self());
    return new Scope(world, draw, List.of(self), sheet.lasts, Map.of(), false);
  }

  /** Of a row, without facts: where assumptions stand. */
  static Scope inputs(World world, Draw draw, Sheet sheet) {
    Row self = new Row(sheet.name(), "", sheet, sheet.self());
    return new Scope(world, draw, List.of(self), List.of(), Map.of(), true);
  }

  Scope with(Phrase local) {
    List<Phrase> more = new ArrayList<>(locals);
    more.removeIf(p -> p.text().equals(local.text()));
    more.add(local);
    return new Scope(world, draw, rows, more, same, inputsOnly);
  }

  /** In another world: what tests have shown here is not known there. */
  Scope elsewhere() {
    Scope bare = new Scope(world, draw, rows, List.of(), same, inputsOnly);
    List<String> read = bare.atoms().stream().map(Phrase::text).toList();
    List<Phrase> kept = locals.stream().filter(p -> !read.contains(p.text())).toList();
    return new Scope(world, draw, rows, kept, same, inputsOnly);
  }

  /** With a variable over rows; over children of a row, {@code up} leads back to it. */
  Scope with(Row variable, Optional<Sheet.Link> up, Optional<RowPath> parent) {
    List<Row> more = new ArrayList<>(rows);
    more.add(variable);
    Map<RowPath, RowPath> merged = new HashMap<>(same);
    up.ifPresent(
        link -> {
          merged.put(variable.path().then(link.name()), parent.orElseThrow());
          for (Sheet.Way way : link.target().grouped.map(Sheet.Grouped::ways).orElse(List.of())) {
            RowPath member = variable.path();
            for (String reference : way.member()) {
              member = settled(member.then(reference));
            }
            merged.put(member, parent.orElseThrow().then(way.reference()));
          }
        });
    return new Scope(world, draw, more, locals, merged, inputsOnly);
  }

  /** Whether facts cannot be read, nor series, which end at the moment. */
  boolean readsInputsOnly() {
    return inputsOnly;
  }

  Optional<Row> self() {
    return rows.stream().filter(r -> r.path().root() == RowPath.SELF).findFirst();
  }

  /** Rows that are always there: variables, the own row, and what they refer to. */
  List<Row> rows() {
    List<Row> all = new ArrayList<>();
    rows.forEach(row -> walk(row, 2, all));
    return all;
  }

  private void walk(Row row, int steps, List<Row> all) {
    all.add(row);
    if (steps == 0) {
      return;
    }
    for (Sheet.Link link : row.sheet().links) {
      if (!link.optional()) {
        walk(follow(row, link), steps - 1, all);
      }
    }
  }

  private Row follow(Row row, Sheet.Link link) {
    String text = row.prefix() + link.name();
    RowPath path = shorter(row.path().then(link.name()));
    return new Row(text, text + ".", link.target(), same.getOrDefault(path, path));
  }

  /** Everything that can be read by name and may be missing or unlimited, or not. */
  List<Phrase> atoms() {
    if (atoms.isEmpty()) {
      atoms = Optional.of(collect());
    }
    return atoms.get();
  }

  /** Paths over references that may be none: they stand on the left of `else`. */
  List<Phrase> missable() {
    if (missable.isEmpty()) {
      List<Phrase> all = new ArrayList<>();
      for (Row row : rows()) {
        for (Sheet.Link link : row.sheet().links) {
          if (link.optional()) {
            addParts(follow(row, link), all);
          }
        }
      }
      missable = Optional.of(all.stream().filter(Phrase::isPresent).map(Phrase::failing).toList());
    }
    return missable.get();
  }

  private List<Phrase> collect() {
    List<Phrase> all = new ArrayList<>(locals);
    rows().forEach(row -> addParts(row, all));
    world.system.forEach(c -> all.add(Phrase.of(c.name(), POSTFIX, c.type(), c.digits())));
    if (!inputsOnly) {
      all.addAll(world.params);
      all.addAll(world.lasts);
      all.addAll(world.facts);
    }
    List<Phrase> found = new ArrayList<>();
    for (Phrase phrase : all) {
      if (phrase.type() instanceof Type.RowOf(var entity, RowPath path)
          && path.references().contains(PICKED)) {
        Sheet sheet = world.sheets.get(entity.index());
        Row row = new Row(phrase.text(), phrase.text() + ".", sheet, path);
        addParts(row, found);
      }
    }
    found.removeIf(p -> p.isQuantity() && !World.isWritable(p.unit()));
    all.addAll(found);
    List<String> near = locals.stream().map(Phrase::text).toList();
    all.removeIf(p -> near.contains(p.text()) && !locals.contains(p));
    return List.copyOf(all);
  }

  /** Marks the path of a row that a fact has found. */
  static final String PICKED = "found";

  private static final Phrase.Level POSTFIX = Phrase.Level.POSTFIX;

  private void addParts(Row row, List<Phrase> all) {
    Sheet sheet = row.sheet();
    sheet.key.ifPresent(k -> all.add(part(row, k.name(), k)));
    for (Column column : sheet.columns) {
      if (column.family().isEmpty()) {
        all.add(part(row, column.name(), column));
      } else {
        Choice choice = world.choice(column.family().getFirst());
        all.add(part(row, column.name() + "(" + draw.of(choice.members()) + ")", column));
      }
    }
    if (!inputsOnly) {
      for (Phrase fact : sheet.facts) {
        Type type = rebased(fact.type(), row.path());
        all.add(Phrase.of(row.prefix() + fact.text(), POSTFIX, type, fact.digits()));
      }
    }
  }

  private Phrase part(Row row, String name, Column column) {
    Type type = rebased(column.type(), row.path());
    return Phrase.of(row.prefix() + name, POSTFIX, type, column.digits());
  }

  private Type rebased(Type type, RowPath row) {
    return switch (type) {
      case Type.OrNone(Type of) -> new Type.OrNone(rebased(of, row));
      case Type.Quantity(Unit unit, var form, boolean unlimited) ->
          new Type.Quantity(rebased(unit, row), form, unlimited);
      case Type.RowOf(var entity, RowPath path) ->
          new Type.RowOf(entity, path.rebase(RowPath.SELF, row));
      case Type other -> other;
    };
  }

  private Unit rebased(Unit unit, RowPath row) {
    Unit result = Unit.ONE;
    for (Unit.Factor factor : unit.factors()) {
      Optional<RowPath> owner = factor.owner().map(o -> settled(o.rebase(RowPath.SELF, row)));
      result = result.times(Unit.of(factor.name(), owner).power(factor.exponent()));
    }
    return result;
  }

  /** The same row by the way that this scope prefers. */
  private RowPath settled(RowPath path) {
    RowPath at = new RowPath(path.root(), path.rootName(), List.of());
    at = same.getOrDefault(at, at);
    for (String reference : path.references()) {
      at = shorter(at.then(reference));
      at = same.getOrDefault(at, at);
    }
    return at;
  }

  /** What the group of a row refers to is what the row itself leads to. */
  private RowPath shorter(RowPath path) {
    List<String> steps = path.references();
    if (steps.size() < 2) {
      return path;
    }
    String group = steps.get(steps.size() - 2);
    for (Sheet sheet : world.sheets) {
      if (sheet.name().equals(group) && sheet.grouped.isPresent()) {
        for (Sheet.Way way : sheet.grouped.get().ways()) {
          if (way.reference().equals(steps.getLast())) {
            RowPath at =
                new RowPath(path.root(), path.rootName(), steps.subList(0, steps.size() - 2));
            for (String reference : way.member()) {
              at = shorter(at.then(reference));
            }
            return at;
          }
        }
      }
    }
    return path;
  }

  /** Whether the name of an entity means a row here. */
  boolean hides(Sheet sheet) {
    return rows.stream()
        .filter(r -> r.prefix().isEmpty())
        .anyMatch(
            r ->
                r.sheet() == sheet
                    || r.sheet().links.stream().anyMatch(l -> l.name().equals(sheet.name())));
  }
}
