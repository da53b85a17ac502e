package org.loadline.engine.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Term;

/**
 * Takes down what lowering decides, at the moment when it decides it, so that the plan that people
 * read is the one that runs.
 */
final class Notes {
  private Deque<Open> terms = new ArrayDeque<>();
  private final Deque<Block> blocks = new ArrayDeque<>();
  private Optional<Note> finished = Optional.empty();

  Notes() {
    blocks.push(new Block());
  }

  /** A term that is being lowered. */
  private static final class Open {
    private final Term term;
    private final List<Note.Result> results = new ArrayList<>();
    private final List<Note.Way> ways = new ArrayList<>();
    private final List<Note> parts = new ArrayList<>();

    private Open(Term term) {
      this.term = term;
    }
  }

  /** What is done for each element of one variable. */
  private static final class Block {
    private final List<Note.Step> steps = new ArrayList<>();
    private final List<Note> totals = new ArrayList<>();
    private Optional<Note> where = Optional.empty();
  }

  /** The lowering of a term begins; all until its end is part of it. */
  void begin(Term term) {
    terms.push(new Open(term));
  }

  void end(Optional<NumberForm> form) {
    Open open = terms.pop();
    if (open.parts.size() == 1 && open.parts.getFirst().term() == open.term) {
      // A flag that is carried as a place is one term with two operations.
      add(open.parts.getFirst());
      return;
    }
    add(new Note(open.term, false, form, open.results, open.ways, open.parts));
  }

  /** A term is read from its slots. */
  void read(Term term, Optional<NumberForm> form) {
    add(new Note(term, true, form, List.of(), List.of(), List.of()));
  }

  private void add(Note note) {
    if (terms.isEmpty()) {
      finished = Optional.of(note);
    } else {
      terms.element().parts.add(note);
    }
  }

  /** Whole numbers of a range are worked out for the term at hand. */
  void result(Interval range, Effort.Fit fit) {
    if (!terms.isEmpty()) {
      terms.element().results.add(new Note.Result(range, fit));
    }
  }

  void way(Note.Way way) {
    if (!terms.isEmpty() && !terms.element().ways.contains(way)) {
      terms.element().ways.add(way);
    }
  }

  /** The term at hand is lowered in another way: what was noted for it does not stand. */
  void restart() {
    terms.push(new Open(terms.pop().term));
  }

  /** What was lowered last. */
  Note taken() {
    return finished.orElseThrow(() -> new NoSuchElementException("nothing has been lowered"));
  }

  /** The term that was lowered last is kept. */
  void keep(int readers) {
    blocks.element().steps.add(new Note.Step.Keep(taken(), readers));
  }

  /** The term that was lowered last is what the elements of the loop at hand are chosen by. */
  void where() {
    blocks.element().where = Optional.of(taken());
  }

  /** The term that was lowered last is an aggregate of the loop at hand. */
  void total() {
    blocks.element().totals.add(taken());
  }

  /** The term that was lowered last goes into its column. */
  void fill(Pass.Filled filled, ColumnForm column) {
    blocks.element().steps.add(new Note.Step.Fill(filled, taken(), column));
  }

  /** A sum that the rows of the pass add to. */
  void total(Pass.Totalled total, Optional<Note> where, Optional<Note> adds, NumberForm form) {
    blocks.element().steps.add(new Note.Step.Total(total, where, adds, form));
  }

  /** What follows is done for each element of a variable. */
  void enter() {
    blocks.push(new Block());
  }

  void leave(Term variable) {
    Block block = blocks.pop();
    blocks
        .element()
        .steps
        .add(new Note.Step.Loop(variable, block.where, block.steps, block.totals));
  }

  /** What was done for each element since {@link #enter} is done in another way after all. */
  void abandon() {
    blocks.pop();
  }

  /** Something that the loop at hand works out. */
  void total(Note made) {
    blocks.element().totals.add(made);
  }

  /**
   * What is lowered is done for the term at hand, but is no part of its formula.
   *
   * @param known whether it would be done so on the data at hand
   */
  <T> T aside(boolean known, Supplier<T> lowered) {
    Deque<Open> around = terms;
    terms = new ArrayDeque<>();
    blocks.push(new Block());
    T made = lowered.get();
    terms = around;
    List<Note.Step> steps = blocks.pop().steps;
    if (known) {
      blocks.element().steps.addAll(steps);
    }
    return made;
  }

  /** All that is done outside of loops, or so far. */
  List<Note.Step> steps() {
    return List.copyOf(blocks.element().steps);
  }
}
