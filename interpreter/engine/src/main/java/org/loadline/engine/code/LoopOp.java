package org.loadline.engine.code;

import java.util.List;

/** Loops as a whole, with what they leave behind, and what ends them. */
public sealed interface LoopOp extends StatementOp {
  /**
   * All aggregates over the same rows, in one loop; its failure is one of each of them.
   *
   * @param accumulators stand inside {@code rows} as well
   */
  record Fused(StatementOp rows, List<AccumulatorOp> accumulators) implements LoopOp {
    public Fused {
      accumulators = List.copyOf(accumulators);
    }

    @Override
    public List<StatementOp> operands() {
      return List.of(rows);
    }

    @Override
    public boolean mayFail() {
      return false;
    }
  }

  /**
   * Values that are carried through a loop in slots. A fault in a turn is kept in the mark of what
   * the whole comes to, and whoever reads it meets it.
   *
   * @param start puts what is carried into its slots
   * @param turns the loop; a {@link GoOn} in it ends it
   * @param failureSlot the mark of the result; nothing is written to it but a failure
   */
  record Fold(StatementOp start, StatementOp turns, int failureSlot) implements LoopOp {
    /** Whether what it comes to may be a failure. */
    public boolean leavesFailure() {
      return start.mayFail() || turns.mayFail();
    }

    @Override
    public List<StatementOp> operands() {
      return List.of(start, turns);
    }

    @Override
    public boolean mayFail() {
      return false;
    }
  }

  /**
   * Turns that end when a condition does not hold; fails by itself after so many of them.
   *
   * @param goOn leaves the loop by a {@link GoOn}
   * @param after forgets what belongs to one turn
   */
  record Turns(NumberOp most, StatementOp goOn, StatementOp turn, StatementOp after, boolean own)
      implements LoopOp {
    @Override
    public List<Op> operands() {
      return List.of(most, goOn, turn, after);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** Ends the loop around it unless a condition holds. */
  record GoOn(FlagOp condition) implements LoopOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(condition);
    }
  }
}
