package org.loadline.data;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;

/**
 * Puts the rows of each entity in the order of identity and finds two rows with one identity.
 *
 * <p>Entities are sorted after those that their rows are known by, since rows are compared by the
 * places of the rows they refer to.
 */
final class RowOrder {
  private final List<InputRows> rows;
  private final List<InputProblem> problems;

  /** Input rows in order, and the place of each input row in that order. */
  private final Map<EntityRef, int[]> order = new HashMap<>();

  private final Map<EntityRef, int[]> places = new HashMap<>();

  RowOrder(List<InputRows> rows, List<InputProblem> problems) {
    this.rows = rows;
    this.problems = problems;
  }

  /** The input row at each place. */
  int[] inputRows(EntityRef entity) {
    return requireNonNull(order.get(entity));
  }

  /** The place of each input row. */
  int[] places(EntityRef entity) {
    return requireNonNull(places.get(entity));
  }

  void sort(EntityRef ref) {
    InputRows input = rows.get(ref.index());
    Entity entity = input.entity();
    List<RowComparison> identity = new ArrayList<>();
    if (!entity.written()) {
      InputOrder.sortFields(entity).forEach(field -> identity.add(comparison(input, field, 0)));
    }
    List<RowComparison> all = new ArrayList<>(identity);
    if (entity.allowsTwins() && !entity.written()) {
      for (Field field : entity.fields()) {
        for (int member = 0; member < input.members(field.index()); member++) {
          all.add(comparison(input, field, member));
        }
      }
    }
    StableSort.Sorted result = sorted(input, entity, all);
    int[] sorted = result.rows();
    int[] place = new int[sorted.length];
    for (int at = 0; at < sorted.length; at++) {
      place[sorted[at]] = at;
    }
    order.put(ref, sorted);
    places.put(ref, place);
    if (!result.distinct() && !entity.allowsTwins() && !entity.written()) {
      findTwins(input, sorted, RowComparison.inTurn(identity));
    }
  }

  /** Sorts by the ranks of the identity as far as they go, and compares from there on. */
  private StableSort.Sorted sorted(InputRows input, Entity entity, List<RowComparison> all) {
    List<RowRank> ranks = entity.written() ? List.of() : ranks(input, entity);
    int fitting = StableSort.fitting(input.size(), ranks);
    return fitting == 0
        ? new StableSort.Sorted(StableSort.sort(input.size(), RowComparison.inTurn(all)), false)
        : StableSort.sort(
            input.size(),
            ranks.subList(0, fitting),
            RowComparison.inTurn(all.subList(fitting, all.size())));
  }

  private List<RowRank> ranks(InputRows input, Entity entity) {
    List<RowRank> ranks = new ArrayList<>();
    for (Field field : InputOrder.sortFields(entity)) {
      CellStore column = input.column(field.index(), 0);
      if (field.role() == Field.Role.REFERENCE) {
        ranks.add(RowRank.byPlace(column, requireNonNull(places.get(InputOrder.target(field)))));
      } else {
        Optional<RowRank> rank = RowRank.byValue(column);
        if (rank.isEmpty()) {
          break;
        }
        ranks.add(rank.get());
      }
    }
    return ranks;
  }

  private RowComparison comparison(InputRows input, Field field, int member) {
    CellStore column = input.column(field.index(), member);
    if (field.role() == Field.Role.REFERENCE) {
      // A reference to rows of the same entity has no places yet, and is no part of an identity.
      int[] place = places.getOrDefault(InputOrder.target(field), new int[0]);
      return RowComparison.byPlace(column, place);
    }
    return RowComparison.byValue(column);
  }

  private void findTwins(InputRows input, int[] sorted, RowComparison identity) {
    for (int at = 1; at < sorted.length; at++) {
      if (identity.compare(sorted[at - 1], sorted[at]) == 0) {
        int later = Math.max(sorted[at - 1], sorted[at]);
        List<Field> known = InputOrder.sortFields(input.entity());
        problems.add(
            input.problem(
                later,
                known.getLast().index(),
                new IdentityText(rows).of(input.entity().ref(), later),
                SnapshotProblem.DUPLICATE_IDENTITY,
                Map.of("identity", References.identityWords(input.entity()))));
      }
    }
  }
}
