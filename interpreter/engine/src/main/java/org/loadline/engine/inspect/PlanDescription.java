package org.loadline.engine.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.loadline.core.Fact;
import org.loadline.core.Program;

/**
 * How a program is worked out: its passes in the order in which they run, and what becomes of its
 * facts.
 *
 * @param loaded whether forms are those of a snapshot's columns; if not, those that are declared
 */
public record PlanDescription(
    Program program,
    boolean loaded,
    List<PassDescription> passes,
    List<Fate> facts,
    List<Supposed> supposed) {
  public PlanDescription {
    passes = List.copyOf(passes);
    supposed = List.copyOf(supposed);
    facts = List.copyOf(facts);
  }

  /**
   * What becomes of a fact.
   *
   * @param uses how many readers it has, or in how many places it is worked out
   */
  public record Fate(Fact fact, Outcome outcome, int uses) {}

  /**
   * What becomes of a fact, or of an input, in supposed worlds, and for the rows of written tables.
   *
   * @param name with its entity: {@code contract.value}
   * @param column whether it is kept in a column for each, or worked out anew by its readers
   * @param times for how many of them it differs
   * @param each what it is worked out for: an entity, a choice; empty if once
   */
  public record Supposed(String name, boolean column, int times, Optional<String> each) {}

  /** Where a fact is to be found. */
  public enum Outcome {
    /** In a column that is reported. */
    REPORTED,
    /** In a column that a later pass reads. */
    COLUMN,
    /** Worked out by a loop that other aggregates share. */
    AGGREGATE,
    /** Worked out once for all its readers. */
    SHARED,
    /** Worked out where it is read. */
    INLINED,
    /** A number or a member that the text and the params decide. */
    CONSTANT,
    /** Nowhere: nothing asks for it. */
    DROPPED
  }

  /** How often all operations of a run are done; empty if rows are not known. */
  public OptionalLong work() {
    long work = 0;
    for (PassDescription pass : passes) {
      OptionalLong of = pass.work();
      if (of.isEmpty()) {
        return of;
      }
      work += of.getAsLong();
    }
    return OptionalLong.of(work);
  }
}
