package org.loadline.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.loadline.meaning.Lock.Piece;
import org.loadline.meaning.Lock.Pin;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Holds what a policy is made of against its lock. */
public final class Drift {
  /** Parts of a module that are named where it drifted; of more their number is said. */
  private static final int NAMED = 4;

  private Drift() {}

  /** Says what is not as it is locked; {@code file} is the text of the lock. */
  public static void say(Lock locked, Source file, Lock now, DiagnosticSink sink) {
    for (Pin pin : now.pins()) {
      Optional<Pin> before = locked.of(pin);
      if (before.isEmpty()) {
        sink.add(
            Diagnostic.of(LockProblem.NOT_LOCKED, file.span(0, 0))
                .with("module", pin.text())
                .with("lock", file.name())
                .build());
      } else if (!before.get().hash().equals(pin.hash())) {
        sink.add(
            Diagnostic.of(LockProblem.DRIFTED, before.get().place())
                .with("module", pin.text())
                .with("locked", before.get().hash().brief())
                .with("found", pin.hash().brief())
                .with("differs", differs(before.get(), pin))
                .build());
      }
    }
    for (Pin pin : locked.pins()) {
      if (now.of(pin).isEmpty()) {
        sink.add(
            Diagnostic.of(LockProblem.NOT_USED, pin.place()).with("module", pin.text()).build());
      }
    }
  }

  /** Which parts of a module are others, in words. */
  public static String differs(Pin before, Pin now) {
    List<Piece> gone = new ArrayList<>(before.pieces());
    List<Piece> added = new ArrayList<>(now.pieces());
    now.pieces().forEach(gone::remove);
    before.pieces().forEach(added::remove);
    TreeSet<String> names = new TreeSet<>();
    gone.forEach(p -> names.add("`" + p.name() + "`"));
    added.forEach(p -> names.add("`" + p.name() + "`"));
    if (before.pieces().isEmpty() || names.isEmpty()) {
      return "its text has another hash";
    }
    String shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = names.size() - NAMED;
    return (more > 0 ? shown + " and " + more + " more" : shown)
        + (names.size() == 1 ? " differs" : " differ");
  }
}
