package org.loadline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.loadline.core.Waterfall;
import org.loadline.sweep.Sweep;

/**
 * Which row is served next.
 *
 * <p>In one order for the whole sweep: the rows over the line when it starts, each judged again
 * when its turn comes. Again after each: all rows that have not been served are judged and ordered
 * anew. Either way a row is served at most once, and rows that the sweep adds are not.
 */
final class ServingOrder {
  private final Waterfall waterfall;
  private final World world;
  private final Numbering numbering;
  private final Frame carried;
  private final Line line;
  private final int rows;
  private final Comparator<Judgement.Over> order;
  private final Numbering.Listed queue;
  private final Numbering.Listed done;
  private final Map<Integer, Sweep.Unserved> faults = new TreeMap<>();
  private final int over;
  private int turn;

  ServingOrder(Waterfall waterfall, World world, Numbering numbering, Frame carried) {
    this.waterfall = waterfall;
    this.world = world;
    this.numbering = numbering;
    this.carried = carried;
    this.line = Line.of(waterfall);
    this.rows = world.snapshot().rowCount(waterfall.owner());
    this.order = Judgement.order(waterfall.order());
    List<Integer> queued = judged(world.judge(line, carried, row -> true));
    this.over = queued.size();
    this.queue = new Numbering.Listed(waterfall.owner(), queued);
    this.done = new Numbering.Listed(waterfall.owner(), List.of());
    numbering.open(queue);
    numbering.open(done);
  }

  /** How many rows there were when the sweep started. */
  int rows() {
    return rows;
  }

  /** How many rows were over the line when the sweep started. */
  int over() {
    return over;
  }

  /** The rows that could not be judged, in the order of identity. */
  List<Sweep.Unserved> unserved() {
    return List.copyOf(faults.values());
  }

  private void unserved(Judgement.Faulted judged) {
    String name = world.snapshot().identity(waterfall.owner(), judged.row());
    faults.put(judged.row(), new Sweep.Unserved(name, judged.fault()));
  }

  Optional<Integer> next() {
    return waterfall.againAfterEach() ? anew() : inTurn();
  }

  private Optional<Integer> inTurn() {
    while (turn < queue.rows().size()) {
      int row = queue.rows().get(turn++);
      switch (Judgement.of(line, carried, row, world.evaluation())) {
        case Judgement.Over again -> {
          return Optional.of(row);
        }
        case Judgement.Within within -> {}
        case Judgement.Faulted faulted -> unserved(faulted);
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> anew() {
    if (turn++ > 0) {
      Set<Integer> past = new HashSet<>(done.rows());
      past.addAll(numbering.addedTo(waterfall.owner()));
      faults.clear();
      List<Integer> rest = judged(world.judge(line, carried, row -> !past.contains(row)));
      queue.rows().clear();
      queue.rows().addAll(rest);
    }
    if (queue.rows().isEmpty()) {
      return Optional.empty();
    }
    done.rows().add(queue.rows().getFirst());
    return Optional.of(queue.rows().getFirst());
  }

  private List<Integer> judged(List<Judgement> judgements) {
    List<Judgement.Over> above = new ArrayList<>();
    for (Judgement judgement : judgements) {
      switch (judgement) {
        case Judgement.Over row -> above.add(row);
        case Judgement.Within row -> {}
        case Judgement.Faulted row -> unserved(row);
      }
    }
    above.sort(order);
    return above.stream().map(Judgement.Over::row).toList();
  }
}
