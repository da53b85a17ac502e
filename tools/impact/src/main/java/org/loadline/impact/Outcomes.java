package org.loadline.impact;

import java.util.List;

/**
 * How rows move between the members of a choice.
 *
 * <p>{@code name} is that of the output, as in {@code account.standing}. {@code members} are those
 * of both policies in their order, then {@code none} and {@code fault} if a row has one. {@code
 * rows} counts, for each member under the old policy, the rows with each member under the new one.
 * Rows that only one policy has are left out.
 */
public record Outcomes(String name, String entity, List<String> members, List<List<Integer>> rows) {
  public Outcomes {
    members = List.copyOf(members);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Rows with a member under the old policy. */
  public int before(int member) {
    return rows.get(member).stream().mapToInt(Integer::intValue).sum();
  }

  /** Rows with a member under the new policy. */
  public int after(int member) {
    return rows.stream().mapToInt(row -> row.get(member)).sum();
  }

  /** Rows whose member is another. */
  public int moved() {
    int moved = 0;
    for (int from = 0; from < rows.size(); from++) {
      for (int to = 0; to < rows.get(from).size(); to++) {
        moved += from == to ? 0 : rows.get(from).get(to);
      }
    }
    return moved;
  }

  /** Rows that come to have a member; 0 if there is no such member. */
  public int newly(String member) {
    int at = members.indexOf(member);
    return at < 0 ? 0 : after(at) - rows.get(at).get(at);
  }
}
