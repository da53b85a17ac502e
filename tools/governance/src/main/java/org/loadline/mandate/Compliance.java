package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Envelope;
import org.loadline.diff.Difference;
import org.loadline.values.DateText;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/** Whether a new policy is inside an envelope, clause by clause. */
public record Compliance(Envelope envelope, List<Clause> clauses) {
  private static final Exact DAY = Exact.of(86_400);

  public Compliance {
    clauses = List.copyOf(clauses);
  }

  /** All clauses as one. */
  public enum Verdict {
    /** Every clause was checked, and the policy is inside each. */
    INSIDE("inside"),
    /** A clause is broken. */
    OUTSIDE("outside"),
    /** No clause is broken, but one could not be checked. */
    NOT_SHOWN("not shown");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word that reports use. */
    public String word() {
      return word;
    }
  }

  public Verdict verdict() {
    if (clauses.stream().anyMatch(c -> c.finding() == Clause.Finding.OUTSIDE)) {
      return Verdict.OUTSIDE;
    }
    return clauses.stream().allMatch(c -> c.finding() == Clause.Finding.INSIDE)
        ? Verdict.INSIDE
        : Verdict.NOT_SHOWN;
  }

  /**
   * Holds a new policy against an envelope.
   *
   * <p>Without the old policy nothing is known of what changed: bounds and conditions of the new
   * one are checked, and the rest is not.
   */
  public static Compliance of(
      Mandated after, Optional<Mandated> before, History history, Workings workings) {
    Optional<Difference> difference =
        before.map(b -> Difference.between(b.program(), after.program()));
    List<Clause> clauses = new ArrayList<>();
    validity(after.envelope(), history).ifPresent(clauses::add);
    clauses.addAll(
        difference
            .map(d -> new PermittedChanges(after, d, history).clauses())
            .orElseGet(() -> new PermittedValues(after).clauses()));
    clauses.addAll(new Requirements(after, before, difference, workings).clauses());
    return new Compliance(after.envelope(), clauses);
  }

  private static Optional<Clause> validity(Envelope envelope, History history) {
    if (envelope.from().isEmpty() && envelope.until().isEmpty()) {
      return Optional.empty();
    }
    String text =
        (envelope.from().map(d -> "from " + d).orElse("")
                + envelope.until().map(d -> " until " + d).orElse(""))
            .strip();
    if (history.at().isEmpty()) {
      return Optional.of(
          new Clause(
              Clause.Kind.VALIDITY, text, Clause.Finding.UNCHECKED, "no time of the proposal"));
    }
    Exact day = Rounding.FLOOR.round(history.at().get().dividedBy(DAY), Exact.ONE);
    boolean early =
        envelope.from().filter(d -> day.compareTo(Exact.of(d.toEpochDay())) < 0).isPresent();
    boolean late =
        envelope.until().filter(d -> day.compareTo(Exact.of(d.toEpochDay())) > 0).isPresent();
    return Optional.of(
        new Clause(
            Clause.Kind.VALIDITY,
            text,
            early || late ? Clause.Finding.OUTSIDE : Clause.Finding.INSIDE,
            "the proposal is of "
                + DateText.format(day)
                + (early ? ", before it holds" : late ? ", when it holds no longer" : "")));
  }
}
