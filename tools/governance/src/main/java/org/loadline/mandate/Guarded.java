package org.loadline.mandate;

import java.util.List;
import java.util.Optional;
import org.loadline.diff.Change;
import org.loadline.mandate.Reason.Finding;
import org.loadline.values.Value;

/**
 * What the limits of the old policy make of one changed param or cell.
 *
 * <p>{@code name} is that of the param, or of the cell: {@code tiers.rate[below 100_000]}. {@code
 * effective} is what the value is then. {@code alone} is what it would be if nothing had to change
 * with it. {@code wasText}, {@code askedText} and {@code effectiveText} say the values as a policy
 * writes them. {@code reasons} has an entry for each limit that it has; without one it is free.
 */
public record Guarded(
    Change change,
    String name,
    Verdict verdict,
    Value was,
    Value asked,
    Value effective,
    Value alone,
    String wasText,
    String askedText,
    String effectiveText,
    String aloneText,
    List<Reason> reasons) {
  public Guarded {
    reasons = List.copyOf(reasons);
  }

  /** Whether a limit says anything of it. */
  public boolean isLimited() {
    return !reasons.isEmpty();
  }

  /** Whether every limit that it has could be checked. */
  public boolean isChecked() {
    return reasons.stream().noneMatch(r -> r.finding() == Finding.UNCHECKED);
  }

  /** What is said of it first: a limit that is broken, or could not be checked, or is kept. */
  public Optional<Reason> why() {
    return reasons.stream()
        .filter(r -> r.finding() == Finding.BROKEN)
        .findFirst()
        .or(() -> reasons.stream().filter(r -> r.finding() == Finding.UNCHECKED).findFirst())
        .or(() -> reasons.stream().findFirst());
  }

  /** {@code refused: asked +0.8 points, allowed 0.5 points: `changing by …` is broken}. */
  public String sentence() {
    String became =
        switch (verdict) {
          case ALLOWED -> isLimited() ? "allowed" : "allowed: it has no limit";
          case CLIPPED -> "clipped to " + effectiveText;
          case REFUSED -> "refused, stays " + effectiveText;
        };
    List<Reason> said = reasons.stream().filter(r -> r.finding() != Finding.KEPT).toList();
    return said.isEmpty()
        ? became
        : became + ": " + String.join("; ", said.stream().map(Reason::toString).toList());
  }

  Guarded torn(Reason reason) {
    List<Reason> all = new java.util.ArrayList<>(reasons);
    all.add(reason);
    return new Guarded(
        change,
        name,
        Verdict.REFUSED,
        was,
        asked,
        was,
        alone,
        wasText,
        askedText,
        wasText,
        aloneText,
        all);
  }

  Guarded kept(Reason reason) {
    List<Reason> all = new java.util.ArrayList<>(reasons);
    all.add(reason);
    return new Guarded(
        change,
        name,
        verdict,
        was,
        asked,
        effective,
        alone,
        wasText,
        askedText,
        effectiveText,
        aloneText,
        all);
  }
}
