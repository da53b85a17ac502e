package org.loadline.engine.run;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.RunData;
import org.loadline.engine.lower.PassLowering;
import org.loadline.engine.make.RootMaker;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;

/** The roots of a pass that take lists of rows, each made when first needed. Threads share them. */
final class ListedRoots {
  private final TruffleLanguage<?> language;
  private final Program program;
  private final Pass pass;
  private final Supplier<Effort> start;
  private final Map<FactRef, ColumnForm> forms;
  private final Map<Effort, CallTarget> roots = new EnumMap<>(Effort.class);

  ListedRoots(
      TruffleLanguage<?> language,
      Program program,
      Pass pass,
      Supplier<Effort> start,
      Map<FactRef, ColumnForm> forms) {
    this.language = language;
    this.program = program;
    this.pass = pass;
    this.start = start;
    this.forms = forms;
  }

  /** Works out a stretch of a list, whose rows are clear; the data suit the plan of the pass. */
  void run(RunData data, int[] rows, int from, int to) {
    byte[] overflowed = new byte[to];
    Effort effort = start.get();
    Object flagged = root(effort, data).call(data, from, to, overflowed, rows);
    int[] list = rows;
    int start = from;
    int end = to;
    while ((int) flagged > 0) {
      effort = effort.next();
      list = flagged(list, start, end, overflowed, (int) flagged);
      start = 0;
      end = list.length;
      overflowed = new byte[end];
      flagged = root(effort, data).call(data, start, end, overflowed, list);
    }
  }

  private static int[] flagged(int[] rows, int from, int to, byte[] overflowed, int count) {
    int[] list = new int[count];
    int next = 0;
    for (int at = from; at < to; at++) {
      if (overflowed[at] != 0) {
        list[next++] = rows[at];
      }
    }
    return list;
  }

  private synchronized CallTarget root(Effort effort, RunData data) {
    return roots.computeIfAbsent(
        effort,
        e ->
            RootMaker.ofList(
                    language,
                    PassLowering.lower(program, new RecordedColumns(data), pass, e, forms).code())
                .getCallTarget());
  }
}
