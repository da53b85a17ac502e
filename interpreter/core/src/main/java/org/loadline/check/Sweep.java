package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.WaterfallItem;
import org.loadline.values.Exact;

/** One waterfall while it is checked: its frame, and what is known of its slots. */
final class Sweep {
  private final Frame frame;
  private final Expr row;

  /** What a slot holds: a fixed value or an argument. */
  final Map<Integer, Expr> held = new HashMap<>();

  /** Fixed values that are what they are because the condition of the waterfall shows it. */
  final Set<Integer> shown = new HashSet<>();

  /** What a slot of the sweep's own holds a multiple of. */
  final Map<Integer, Exact> grains = new HashMap<>();

  /** What the sweep carries from row to row, by name. */
  final Map<String, Carried> carried = new HashMap<>();

  /** What each action that is done may name. */
  final Map<Entry.Do, Head> heads = new IdentityHashMap<>();

  /** Inputs that amounts move from and to, and inputs that are set, where each is first named. */
  final Map<Reads.Cell, Span> flows;

  final List<Inputs.Input> set;

  int entries;

  /** A carried value: its type, and a whole number of these if it has steps. */
  record Carried(Expr.Local local, Optional<Exact> step, WaterfallItem.Carry written) {}

  Sweep(EntityRef owner, Span span, Map<Reads.Cell, Span> flows, List<Inputs.Input> set) {
    this.row =
        new Expr.Local(new Type.RowOf(owner, RowPath.self(owner.name())), span, 0, owner.name());
    this.frame = new Frame(Optional.of(row), List.of());
    this.flows = flows;
    this.set = set;
  }

  Frame frame() {
    return frame;
  }

  Expr row() {
    return row;
  }

  EntityRef owner() {
    return ((Type.RowOf) row.type()).entity();
  }

  /** What formulas about the served row may name. */
  Scope ofRow() {
    return withCarried(Scope.of(frame));
  }

  /** What formulas of no row may name. */
  Scope ofWhole() {
    return withCarried(
        new Scope(frame, List.of(), Shown.NOTHING, Set.of(), Optional.empty(), false));
  }

  private Scope withCarried(Scope s) {
    Scope all = s;
    for (Map.Entry<String, Carried> one : carried.entrySet()) {
      all = all.with(new Scope.Layer.Variable(one.getKey(), one.getValue().local()));
    }
    return all;
  }

  void flows(Inputs.Input input) {
    flows.putIfAbsent(input.cell(), input.span());
  }

  OnSteps steps(Checker in) {
    return new OnSteps(in, held, grains);
  }

  /**
   * Where entries stand: what they may name, what is fixed around them, and the actions that are
   * being done.
   */
  record Standing(Scope scope, Map<String, Expr> fixed, List<Declaration.Action> doing) {
    Standing {
      fixed = Map.copyOf(fixed);
      doing = List.copyOf(doing);
    }

    /**
     * The scope of an amount, which reads fixed names as they were, and so of the type they had.
     */
    Scope ofAmount() {
      return fixed.isEmpty() ? scope : scope.knowing(Shown.ofTypes(fixed));
    }

    Standing in(Scope other) {
      return new Standing(other, fixed, doing);
    }

    Standing doing(Declaration.Action action, Scope inside, Map<String, Expr> fixedInside) {
      List<Declaration.Action> more = new ArrayList<>(doing);
      more.add(action);
      return new Standing(inside, fixedInside, more);
    }
  }
}
