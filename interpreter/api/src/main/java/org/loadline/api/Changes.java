package org.loadline.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.data.ResultChanges;
import org.loadline.model.EntityRef;

/**
 * Which results an evaluation of a {@link LiveBook} changed: by fact in the order of the report,
 * then by row in the order of the snapshot. Cells are made when they are asked for.
 *
 * <p>A fault that stays a fault is no change, even if its message would name other values.
 */
public final class Changes implements Iterable<Changes.Change> {
  private final ResultChanges changes;

  Changes(ResultChanges changes) {
    this.changes = changes;
  }

  /**
   * One result that changed.
   *
   * @param entity whose row it is; empty for a fact of the whole
   * @param row what people know the row by; empty for a fact of the whole
   */
  public record Change(Optional<String> entity, String row, String fact, Cell before, Cell after) {
    /** What changed, and how: {@code account alice.standing: healthy → liquidatable}. */
    @Override
    public String toString() {
      String of = entity.map(e -> e + " " + row + ".").orElse("");
      return of + fact + ": " + before + " → " + after;
    }
  }

  /** How many results changed. */
  public int size() {
    return changes.outputs().stream().mapToInt(ResultChanges.OfOutput::size).sum();
  }

  public boolean isEmpty() {
    return changes.outputs().isEmpty();
  }

  /** The changes of one fact of an entity. */
  public List<Change> of(String entity, String fact) {
    return of(Optional.of(entity), fact);
  }

  /** The change of a fact of the whole, if it changed. */
  public Optional<Change> of(String fact) {
    return of(Optional.empty(), fact).stream().findFirst();
  }

  private List<Change> of(Optional<String> entity, String fact) {
    List<Change> found = new ArrayList<>();
    for (ResultChanges.OfOutput output : changes.outputs()) {
      boolean asked =
          output.output().fact().name().equals(fact)
              && output.output().owner().map(EntityRef::name).equals(entity);
      for (int i = 0; asked && i < output.size(); i++) {
        found.add(change(output, i));
      }
    }
    return found;
  }

  @Override
  public Iterator<Change> iterator() {
    return new Iterator<>() {
      private int output;
      private int index;

      @Override
      public boolean hasNext() {
        return output < changes.outputs().size();
      }

      @Override
      public Change next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        ResultChanges.OfOutput of = changes.outputs().get(output);
        Change change = change(of, index++);
        if (index == of.size()) {
          output++;
          index = 0;
        }
        return change;
      }
    };
  }

  private Change change(ResultChanges.OfOutput of, int index) {
    Output output = of.output();
    int row = of.row(index);
    return new Change(
        output.owner().map(EntityRef::name),
        output.owner().map(o -> changes.after().identity(o, row)).orElse(""),
        output.fact().name(),
        new Cell(changes.program(), changes.before(), output, of.before(index)),
        new Cell(changes.program(), changes.after(), output, of.after(index)));
  }
}
