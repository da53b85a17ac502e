package org.loadline.diff;

import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.meaning.Form;
import org.loadline.meaning.Meanings;
import org.loadline.meaning.Subject;
import org.loadline.meaning.Subjects;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Table;

/** One of the two programs that are compared, with what it means and what its texts say. */
record Side(Program program, Subjects subjects, Meanings meanings, Declarations text) {

  static Side of(Program program) {
    return new Side(program, Subjects.of(program), Meanings.of(program), Declarations.of(program));
  }

  /** What a definition means; it must be there. */
  Form form(Subject subject) {
    return meanings.of(subject).orElseThrow().form();
  }

  Optional<Wording> wording(Subject subject) {
    return text.wording(subject);
  }

  Param param(String name) {
    return program.params().stream()
        .filter(p -> p.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Table table(String name) {
    return program.tables().stream()
        .filter(t -> t.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Optional<ColumnRule> rule(Table table, int field) {
    return program.columnRules().stream()
        .filter(r -> r.table().equals(table.ref()) && r.column() == field)
        .findFirst();
  }

  /** An entity of the snapshot: a written table's rows may have the same name. */
  Entity entity(String name) {
    return program.entities().stream()
        .filter(e -> !e.written() && e.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Field input(String name) {
    return program.given().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
