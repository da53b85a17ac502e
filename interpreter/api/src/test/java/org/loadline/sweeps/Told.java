package org.loadline.sweeps;

import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;

/** Everything that a run of waterfalls says, as a text to compare. */
public final class Told {
  private Told() {}

  public static String of(Sweeps sweeps) {
    StringBuilder text = new StringBuilder();
    for (Sweep sweep : sweeps.sweeps()) {
      text.append(sweep.waterfall().name()).append(' ').append(sweep.counts()).append('\n');
      sweep
          .ledger()
          .forEach(
              line ->
                  text.append(line.number())
                      .append(' ')
                      .append(line.served())
                      .append(' ')
                      .append(line.step())
                      .append(line.action())
                      .append(' ')
                      .append(line.event())
                      .append(' ')
                      .append(line.span().place())
                      .append('\n'));
      sweep.steps().forEach(step -> text.append(step).append('\n'));
      sweep.served().forEach(row -> text.append(row).append('\n'));
      sweep.unserved().forEach(row -> text.append(row).append('\n'));
      text.append(sweep.covered()).append(sweep.stop()).append('\n');
    }
    Snapshot after = sweeps.after();
    Program program = after.program();
    for (Field field : program.system()) {
      cell(text, after.system(new InputRef(field.index(), field.name())), 0);
    }
    for (Entity entity : program.entities()) {
      for (int row = 0; row < after.rowCount(entity.ref()); row++) {
        text.append('\n').append(after.identity(entity.ref(), row));
        for (Field field : entity.fields()) {
          cell(text, after.column(entity.ref(), field.index(), 0), row);
        }
      }
    }
    return text.toString();
  }

  private static void cell(StringBuilder text, Column column, int row) {
    text.append(' ').append(column.marks().isAbsent(row) ? "absent" : column.value(row));
  }
}
