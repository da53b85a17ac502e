package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.loadline.core.Program;
import org.loadline.model.Field;
import org.loadline.source.DiagnosticCode;

/** Some rows of a file, read on a thread of their own; keeps what is to be said in their order. */
final class BlockInput extends CellInput {
  private static final int KEY = 3;

  private final List<Wrong> wrong = new ArrayList<>();

  /** The row, start and length of each key in the characters of the block. */
  private int[] keys = new int[0];

  private int keysUsed;
  private char[] chars = new char[0];

  private record Wrong(
      int row,
      Field field,
      int member,
      String name,
      String value,
      DiagnosticCode code,
      Map<String, String> named) {}

  BlockInput(Form form, Program program, KnownRows known) {
    super(form, form.rows().part(), program, known);
  }

  @Override
  void key(int row, Slice text) {
    if (keysUsed == keys.length) {
      keys = Arrays.copyOf(keys, keysUsed * 2 + KEY * 64);
    }
    chars = text.chars();
    keys[keysUsed] = row;
    keys[keysUsed + 1] = text.start();
    keys[keysUsed + 2] = text.length();
    keysUsed += KEY;
  }

  @Override
  void wrong(
      int row,
      Field field,
      int member,
      String name,
      String value,
      DiagnosticCode code,
      Map<String, String> named) {
    wrong.add(new Wrong(row, field, member, name, value, code, named));
  }

  /** Adds its rows to those of the file. */
  void into(RowInput file, CsvRows at) throws FileRefusal {
    int first = file.rows().add(rows());
    for (int key = 0; key < keysUsed; key += KEY) {
      file.key(first + keys[key], new Slice(chars, keys[key + 1], keys[key + 2]));
    }
    int last = -1;
    for (Wrong cell : wrong) {
      if (cell.row != last) {
        at.refuseTooMany();
        at.stand(first + cell.row);
        last = cell.row;
      }
      file.wrong(
          first + cell.row, cell.field, cell.member, cell.name, cell.value, cell.code, cell.named);
    }
    at.refuseTooMany();
  }
}
