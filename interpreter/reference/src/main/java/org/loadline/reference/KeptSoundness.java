package org.loadline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Assumption;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;

/** Which rows keep what is declared about their data, while the rows change. */
final class KeptSoundness implements Soundness {
  private final Program program;
  private final Snapshot snapshot;
  private final ParamValues params;
  private final Meter meter;
  private final Set<EntityRef> unbounded = new HashSet<>();
  private final Map<Optional<RowAt>, Optional<Fault>> judged = new HashMap<>();

  KeptSoundness(Program program, Snapshot snapshot, ParamValues params, Meter meter) {
    this.program = program;
    this.snapshot = snapshot;
    this.params = params;
    this.meter = meter;
    for (Entity entity : program.entities()) {
      boolean bounds = entity.fields().stream().anyMatch(f -> f.within().isPresent());
      boolean assumed =
          program.assumptions().stream()
              .map(Assumption::owner)
              .anyMatch(Optional.of(entity.ref())::equals);
      if (!bounds && !assumed) {
        unbounded.add(entity.ref());
      }
    }
  }

  @Override
  public Optional<Fault> row(RowAt row) {
    if (unbounded.contains(row.entity())) {
      return Optional.empty();
    }
    return known(Optional.of(row));
  }

  @Override
  public Optional<Fault> whole() {
    return known(Optional.empty());
  }

  private Optional<Fault> known(Optional<RowAt> row) {
    Optional<Fault> before = judged.get(row);
    if (before != null) {
      return before;
    }
    Optional<Fault> now = judge(row, fresh());
    judged.put(row, now);
    return now;
  }

  private BrokenRows fresh() {
    return new BrokenRows(Evaluation.allSound(program, snapshot, params, meter));
  }

  private static Optional<Fault> judge(Optional<RowAt> row, BrokenRows rows) {
    return row.isPresent() ? rows.row(row.get()) : rows.whole();
  }

  /** What is known of rows that are about to change. */
  Map<Optional<RowAt>, Optional<Fault>> before(Set<Optional<RowAt>> rows) {
    Map<Optional<RowAt>, Optional<Fault>> before = new HashMap<>();
    rows.forEach(row -> before.put(row, known(row)));
    return before;
  }

  /** What a change did to rows. */
  record Verdict(Optional<Fault> first, Set<Optional<RowAt>> broken, boolean mended) {}

  /** Judges rows again: the first that was sound and is broken now, and whether one is mended. */
  Verdict again(Map<Optional<RowAt>, Optional<Fault>> before) {
    BrokenRows fresh = fresh();
    boolean mended = false;
    List<Optional<RowAt>> rows = new ArrayList<>(before.keySet());
    rows.sort(
        Comparator.comparing((Optional<RowAt> row) -> row.isEmpty())
            .thenComparing(row -> row.map(at -> at.entity().index()).orElse(0))
            .thenComparing(row -> row.map(RowAt::row).orElse(0)));
    Set<Optional<RowAt>> broken = new LinkedHashSet<>();
    for (Optional<RowAt> row : rows) {
      Optional<Fault> was = before.getOrDefault(row, Optional.empty());
      Optional<Fault> is = judge(row, fresh);
      judged.put(row, is);
      mended |= was.isPresent() && !is.equals(was);
      if (was.isEmpty() && is.isPresent()) {
        broken.add(row);
      }
    }
    Optional<Fault> first = broken.stream().findFirst().flatMap(this::known);
    return new Verdict(first, broken, mended);
  }

  /** Judges rows again that changes were taken back from; whether one is judged otherwise. */
  boolean takenBack(Set<Optional<RowAt>> rows, Set<Optional<RowAt>> justBroken) {
    BrokenRows fresh = fresh();
    boolean otherwise = false;
    for (Optional<RowAt> row : rows) {
      Optional<Fault> was = judged.get(row);
      if (was != null) {
        Optional<Fault> is = judge(row, fresh);
        judged.put(row, is);
        otherwise |= !is.equals(was) && !justBroken.contains(row);
      }
    }
    return otherwise;
  }

  void reset() {
    judged.clear();
  }
}
