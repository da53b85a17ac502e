package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.TableBody;

/** Builds every table, each by the way its rows are given. */
final class TableBuilder {
  private final Declared declared;
  private final List<Entity> entities;
  private final WrittenTables written;
  private final GridTables grids;
  private final SnapshotTables fromSnapshot;

  TableBuilder(Declared declared, List<Entity> entities, MemberNames members, DiagnosticSink sink) {
    this.declared = declared;
    this.entities = entities;
    this.written = new WrittenTables(declared, sink);
    this.grids = new GridTables(declared, sink);
    this.fromSnapshot = new SnapshotTables(declared, entities, members, sink);
  }

  /** The tables in order; rows of written ones are entities after those of the snapshot. */
  List<TableParts> tables() {
    List<TableParts> all = new ArrayList<>();
    int next = entities.size();
    for (Declared.OfTable declaredTable : declared.tables.values()) {
      // A table that cannot be built leaves no hole in the numbering.
      String name = declaredTable.ref().name();
      Declared.OfTable table =
          new Declared.OfTable(new TableRef(all.size(), name), declaredTable.declaration());
      EntityRef rows = new EntityRef(next, name);
      switch (table.declaration().body()) {
        case TableBody.Written body -> {
          all.add(body.grid() ? grids.build(table, body, rows) : written.build(table, body, rows));
          next++;
        }
        case TableBody.FromSnapshot body -> fromSnapshot.build(table, body).ifPresent(all::add);
      }
    }
    return all;
  }
}
