package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.loadline.core.Program;
import org.loadline.generated.Cells.Difference;

/**
 * Leaves out what a difference does not need: outputs, definitions, declarations, rows, and the
 * arms and operands of what remains, while some difference stays.
 */
final class Shrinker {
  private final BiFunction<Program, MadeSnapshot, Optional<Difference>> differ;
  private MadePolicy policy;
  private MadeSnapshot snapshot;
  private int left = 1_500;

  private Shrinker(
      MadePolicy policy,
      MadeSnapshot snapshot,
      BiFunction<Program, MadeSnapshot, Optional<Difference>> differ) {
    this.policy = policy;
    this.snapshot = snapshot;
    this.differ = differ;
  }

  /** The text, the rows and the cell of the least case that was found. */
  static String shrink(
      MadePolicy policy,
      MadeSnapshot snapshot,
      BiFunction<Program, MadeSnapshot, Optional<Difference>> differ) {
    Shrinker shrinker = new Shrinker(policy, snapshot, differ);
    boolean smaller = true;
    while (smaller && shrinker.left > 0) {
      smaller =
          shrinker.report()
              | shrinker.definitions()
              | shrinker.rows()
              | shrinker.formulas()
              | shrinker.declarations();
    }
    return shrinker.policy.text()
        + "\n"
        + shrinker.snapshot
        + shrinker.difference(shrinker.policy, shrinker.snapshot).map(Object::toString).orElse("");
  }

  private Optional<Difference> difference(MadePolicy tried, MadeSnapshot rows) {
    left--;
    return Compiled.of(tried.text()).program().flatMap(p -> differ.apply(p, rows));
  }

  private boolean take(MadePolicy tried) {
    boolean stays = left > 0 && difference(tried, snapshot).isPresent();
    policy = stays ? tried : policy;
    return stays;
  }

  private boolean report() {
    Optional<Difference> now = difference(policy, snapshot);
    String output = now.map(d -> d.first().output()).orElse("");
    boolean already = policy.report().equals(List.of(output));
    return !already
        && !output.isEmpty()
        && !output.equals("thrown")
        && take(policy.reporting(List.of(output)));
  }

  private boolean definitions() {
    boolean smaller = false;
    for (int i = policy.definitions().size() - 1; i >= 0; i--) {
      smaller |= take(policy.withoutDefinition(i));
    }
    return smaller;
  }

  private boolean declarations() {
    boolean smaller = false;
    for (int i = policy.declarations().size() - 1; i >= 0; i--) {
      smaller |= take(policy.withoutDeclaration(i));
    }
    for (int i = 0; i < policy.declarations().size(); i++) {
      List<String> lines = new ArrayList<>(List.of(policy.declarations().get(i).split("\n")));
      for (int line = lines.size() - 2; line > 0; line--) {
        String removed = lines.remove(line);
        boolean gone = take(policy.withDeclaration(i, String.join("\n", lines)));
        smaller |= gone;
        if (!gone) {
          lines.add(line, removed);
        }
      }
    }
    return smaller;
  }

  private boolean rows() {
    boolean smaller = false;
    for (String entity : List.copyOf(snapshot.rows().keySet())) {
      for (int row = snapshot.rows().get(entity).size() - 1; row >= 0; row--) {
        Optional<MadeSnapshot> fewer = snapshot.without(entity, row);
        if (left > 0 && fewer.isPresent() && difference(policy, fewer.get()).isPresent()) {
          snapshot = fewer.get();
          smaller = true;
        }
      }
    }
    return smaller;
  }

  /** Puts a bracket's content, or nothing but a number, where something longer stood. */
  private boolean formulas() {
    boolean smaller = false;
    for (int i = 0; i < policy.definitions().size(); i++) {
      boolean again = true;
      while (again && left > 0) {
        again = false;
        for (String shorter : Shorter.of(policy.definitions().get(i).text())) {
          if (take(policy.withDefinition(i, shorter))) {
            again = true;
            smaller = true;
            break;
          }
        }
      }
    }
    return smaller;
  }
}
