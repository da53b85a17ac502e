package org.loadline.engine;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.values.Exact;

/** What runs keep of a snapshot with some params serves no other snapshot, and no other params. */
class InputsInTurnTest {
  private static final Program PROGRAM =
      Policies.policy(
          """
          param most = 5 within 1 .. 100
          param rate = 2 within 1 .. 3
          entity row { key id
            a : number within 0 .. 50
            b : number
            assume b <= most }
          for each row {
            c = round(a * rate / b to 2 places, half even)
          }
          total = sum(rows.c)
          ours = sum(rows.b) * rate
          """);

  private static final List<String> SNAPSHOTS =
      List.of(
          "row id=1 a=10 b=4\nrow id=2 a=20 b=5",
          "row id=1 a=11 b=3\nrow id=2 a=20 b=5",
          "row id=1 a=0.125 b=4\nrow id=2 a=20 b=90",
          "row id=1 a=60 b=2\nrow id=2 a=3 b=1");

  private static final List<ParamValues> PARAMS =
      List.of(ParamValues.written(PROGRAM), new ParamValues(List.of(Exact.of(100), Exact.of(3))));

  @Test
  void snapshotsAndParamsTakeTurns() {
    List<Snapshot> snapshots =
        SNAPSHOTS.stream().map(text -> Policies.snapshot(PROGRAM, text)).toList();
    for (Snapshot snapshot : snapshots) {
      PARAMS.forEach(params -> Agreement.of(PROGRAM, snapshot, params));
    }
    for (ParamValues params : PARAMS) {
      snapshots.forEach(snapshot -> Agreement.of(PROGRAM, snapshot, params));
    }
  }
}
