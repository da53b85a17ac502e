package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Column.Values;
import org.loadline.generated.World.TableColumn;
import org.loadline.generated.World.WrittenTable;
import org.loadline.model.Choice;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/** Makes the tables of a policy, written and from the snapshot. */
final class Tables {
  private final World world;
  private final Draw draw;
  private final List<String> texts;

  Tables(World world, Draw draw, List<String> texts) {
    this.world = world;
    this.draw = draw;
    this.texts = texts;
  }

  void make() {
    for (int i = draw.below(3); i > 0; i--) {
      switch (draw.below(7)) {
        case 0, 1 -> brackets();
        case 2 -> marginal();
        case 3 -> linear();
        case 4 -> keyed();
        case 5 -> grid();
        default -> linearGrid();
      }
    }
    if (draw.chance(30)) {
      fromSnapshot();
    }
  }

  private Unit plainUnit() {
    return draw.chance(50) ? Unit.ONE : Unit.of(draw.of(world.units), Optional.empty());
  }

  private static String typed(String name, Unit unit) {
    return unit.isOne() ? name : name + " : " + unit;
  }

  private List<String> bounds(int count) {
    List<String> bounds = new ArrayList<>();
    int at = draw.between(-3, 4);
    for (int i = 0; i < count; i++) {
      bounds.add(at + draw.of("", ".5", "", ".000001"));
      at += draw.of(1, 2, 10, 1_000, 100_000);
    }
    return bounds;
  }

  private List<TableColumn> columns() {
    List<TableColumn> columns = new ArrayList<>();
    for (int i = draw.between(1, 3); i > 0; i--) {
      String name = world.name("col");
      columns.add(
          switch (draw.below(6)) {
            case 0 -> new TableColumn(name, new Type.OfChoice(draw.of(world.choices).ref()), 1);
            case 1 -> new TableColumn(name, Type.TEXT, 1);
            default -> new TableColumn(name, World.amount(plainUnit()), 8);
          });
    }
    return columns;
  }

  private String header(TableColumn column) {
    return switch (column.type()) {
      case Type.Quantity q -> typed(column.name(), q.unit());
      case Type.OfChoice choice -> column.name() + " : " + choice.choice().name();
      case Type.Text text -> column.name() + " : text";
      default -> column.name();
    };
  }

  private String cell(TableColumn column) {
    return switch (column.type()) {
      case Type.Quantity q when q.unit().isOne() ->
          draw.of(draw.between(-9, 150) + "%", draw.between(-5, 20) + "", "0.3333");
      case Type.Quantity q -> draw.between(-99, 5_000) + draw.of("", ".25", ".0001");
      case Type.OfChoice choice -> draw.of(world.choice(choice.choice()).members());
      default -> "\"" + SnapshotMaker.word(draw) + "\"";
    };
  }

  private void rows(
      String head, List<String> keyHeads, List<List<String>> keys, List<TableColumn> columns) {
    StringBuilder text = new StringBuilder(head + " {\n    | " + String.join(" | ", keyHeads));
    columns.forEach(c -> text.append(" | " + header(c)));
    text.append(" |\n");
    for (List<String> key : keys) {
      text.append("    | " + String.join(" | ", key));
      columns.forEach(c -> text.append(" | " + cell(c)));
      text.append(" |\n");
    }
    texts.add(text + "}");
  }

  private List<String> brackets(String word) {
    List<String> cells = new ArrayList<>();
    for (String bound : bounds(draw.between(1, 4))) {
      cells.add((word.isEmpty() ? draw.of("below ", "up to ") : word) + bound);
    }
    cells.add("otherwise");
    return cells;
  }

  private void add(
      String name,
      List<Type> keys,
      List<TableColumn> columns,
      WrittenTable.Form form,
      boolean mayMiss,
      int rows) {
    world.tables.add(new WrittenTable(name, keys, List.of(), columns, form, mayMiss, rows));
  }

  private void brackets() {
    String name = world.name("tiers");
    String key = world.name("key");
    Unit unit = plainUnit();
    List<TableColumn> columns = columns();
    List<List<String>> rows = brackets("").stream().map(List::of).toList();
    rows("table " + name + " by " + typed(key, unit), List.of(key), rows, columns);
    add(name, List.of(World.amount(unit)), columns, WrittenTable.Form.ROW, false, rows.size());
  }

  private void marginal() {
    String name = world.name("slices");
    String key = world.name("key");
    Unit unit = plainUnit();
    List<TableColumn> columns = List.of(new TableColumn(world.name("col"), Type.NUMBER, 8));
    List<List<String>> rows = new ArrayList<>();
    int at = draw.between(1, 9);
    for (int i = draw.between(1, 3); i > 0; i--) {
      rows.add(List.of("below " + at));
      at *= draw.of(2, 10, 1000);
    }
    rows.add(List.of("otherwise"));
    rows("table " + name + " by " + typed(key, unit) + " marginal", List.of(key), rows, columns);
    add(name, List.of(World.amount(unit)), columns, WrittenTable.Form.MARGINAL, true, rows.size());
  }

  private void linear() {
    String name = world.name("curve");
    String key = world.name("key");
    Unit unit = plainUnit();
    boolean clamp = draw.chance(60);
    List<TableColumn> columns =
        List.of(
            new TableColumn(world.name("col"), World.amount(plainUnit()), 8),
            new TableColumn(world.name("col"), Type.NUMBER, 8));
    List<List<String>> rows = bounds(draw.between(2, 4)).stream().map(List::of).toList();
    String words = " linear" + (clamp ? " clamp" : "");
    rows("table " + name + " by " + typed(key, unit) + words, List.of(key), rows, columns);
    add(name, List.of(World.amount(unit)), columns, WrittenTable.Form.LINEAR, !clamp, rows.size());
  }

  private void keyed() {
    String name = world.name("fees");
    String key = world.name("key");
    List<TableColumn> columns = columns();
    List<List<String>> rows = new ArrayList<>();
    if (draw.chance(50)) {
      boolean otherwise = draw.chance(40);
      for (String word : SnapshotMaker.words().subList(0, draw.between(1, 4))) {
        rows.add(List.of("\"" + word + "\""));
      }
      if (otherwise) {
        rows.add(List.of("otherwise"));
      }
      rows("table " + name + " by " + key + " : text", List.of(key), rows, columns);
      add(name, List.of(Type.TEXT), columns, WrittenTable.Form.ROW, !otherwise, rows.size());
      return;
    }
    Choice choice = draw.of(world.choices);
    String second = world.name("key");
    Unit unit = plainUnit();
    for (String member : choice.members()) {
      brackets("below ").forEach(b -> rows.add(List.of(member, b)));
    }
    String keys = key + " : " + choice.ref().name() + ", " + typed(second, unit);
    rows("table " + name + " by " + keys, List.of(key, second), rows, columns);
    List<Type> types = List.of(new Type.OfChoice(choice.ref()), World.amount(unit));
    add(name, types, columns, WrittenTable.Form.ROW, false, rows.size());
  }

  private void grid() {
    String name = world.name("pairs");
    String a = world.name("key");
    String b = world.name("key");
    Choice choice = draw.of(world.choices);
    String kind = choice.ref().name();
    boolean symmetric = draw.chance(50);
    StringBuilder text =
        new StringBuilder(
            "grid " + name + " : ratio by " + a + " : " + kind + ", " + b + " : " + kind);
    text.append(symmetric ? " symmetric" : "").append(" {\n    | ").append(a);
    choice.members().forEach(m -> text.append(" | " + m));
    text.append(" |\n");
    for (int i = 0; i < choice.members().size(); i++) {
      text.append("    | " + choice.members().get(i));
      for (int j = 0; j < choice.members().size(); j++) {
        text.append(" | " + (symmetric && j > i ? "-" : draw.between(0, 9) + "%"));
      }
      text.append(" |\n");
    }
    texts.add(text + "}");
    Type type = new Type.OfChoice(choice.ref());
    List<TableColumn> columns = List.of(new TableColumn("", Type.NUMBER, 6));
    world.tables.add(
        new WrittenTable(
            name, List.of(type, type), List.of(), columns, WrittenTable.Form.GRID, false, 0));
  }

  private void linearGrid() {
    String name = world.name("surface");
    String a = world.name("key");
    String b = world.name("key");
    boolean clamp = draw.chance(60);
    List<String> across = bounds(draw.between(2, 3));
    StringBuilder text =
        new StringBuilder(
            "grid " + name + " : ratio by " + a + " : number, " + b + " : number linear");
    text.append(clamp ? " clamp" : "").append(" {\n    | ").append(a);
    across.forEach(x -> text.append(" | " + x));
    text.append(" |\n");
    for (String down : bounds(draw.between(2, 3))) {
      text.append("    | " + down);
      across.forEach(x -> text.append(" | " + draw.between(-50, 500) + "." + draw.below(10)));
      text.append(" |\n");
    }
    texts.add(text + "}");
    List<TableColumn> columns = List.of(new TableColumn("", Type.NUMBER, 30));
    world.tables.add(
        new WrittenTable(
            name,
            List.of(Type.NUMBER, Type.NUMBER),
            List.of(),
            columns,
            WrittenTable.Form.LINEAR_GRID,
            !clamp,
            0));
  }

  private void fromSnapshot() {
    Optional<Sheet> owner =
        draw.chance(70) ? Optional.of(world.sheets.getFirst()) : Optional.empty();
    String stem = world.name("tier") + "_row";
    Sheet rows = new Sheet(world.sheets.size(), stem, stem + "s");
    rows.ofTable = true;
    world.sheets.add(rows);
    owner.ifPresent(o -> rows.links.add(new Sheet.Link(o.name(), o, rows.plural, true, false)));
    if (owner.isEmpty()) {
      String id = world.name("id");
      rows.key =
          Optional.of(new Column(id, Type.TEXT, List.of(), "text", new Values.Texts(), 1, 0));
    }
    Unit unit = plainUnit();
    String lower = world.name("lower");
    boolean open = draw.chance(25);
    Type type = World.amount(unit);
    rows.columns.add(
        new Column(
            lower,
            open ? new Type.OrNone(type) : type,
            List.of(),
            Declarations.declared(unit) + (open ? " or none" : ""),
            new Values.Numbers(6, draw.of(0, 2), true, 20),
            4,
            draw.chance(15) ? 10 : 0));
    List<TableColumn> columns = new ArrayList<>();
    for (int i = draw.between(1, 2); i > 0; i--) {
      Unit of = plainUnit();
      String name = world.name("col");
      rows.columns.add(
          new Column(
              name,
              World.amount(of),
              List.of(),
              Declarations.declared(of),
              new Values.Numbers(12, 3, true, 10),
              6,
              0));
      columns.add(new TableColumn(name, World.amount(of), 6));
    }
    String name = world.name("brackets");
    texts.add(
        "table "
            + name
            + owner.map(o -> " of " + o.name()).orElse("")
            + " from "
            + rows.plural
            + " by "
            + lower);
    world.snapshotTables.add(new World.SnapshotTable(name, owner, type, columns));
  }
}
