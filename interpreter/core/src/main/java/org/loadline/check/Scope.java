package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Envelope;
import org.loadline.core.Expr;
import org.loadline.core.Property;
import org.loadline.core.SweepValue;
import org.loadline.core.WaterfallRef;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;

/**
 * What a formula may name at one place, innermost first, and what tests have shown there.
 *
 * <p>{@code variables} are the row variables of aggregates around this place. {@code mapping} is
 * set inside the argument of an aggregate in short form. {@code loose}: a bare number fits any
 * unit, as in a test.
 */
record Scope(
    Frame frame,
    List<Layer> layers,
    Shown shown,
    Set<Integer> variables,
    Optional<Mapping> mapping,
    boolean loose) {

  Scope {
    layers = List.copyOf(layers);
    variables = Set.copyOf(variables);
  }

  /** A set of names that stand together. */
  sealed interface Layer {
    /** A parameter or the variable of an aggregate. */
    record Variable(String name, Expr value) implements Layer {}

    /** A row whose parts can be named alone. */
    record Row(Expr row, EntityRef entity) implements Layer {}

    /** A row that a value is for: units of it can be named, its parts cannot. */
    record Whose(Type.RowOf row) implements Layer {}

    /** Definitions that only this one sees: locals, or the facts of a function. */
    record Near(Map<String, Defined> definitions) implements Layer {}

    /** The rows of a test, by the name they are given under. */
    record Given(Map<String, List<Expr>> rows) implements Layer {}

    /** The waterfalls that have run, and where the figures that are read of them are kept. */
    record Runs(List<WaterfallRef> waterfalls, List<SweepValue> into) implements Layer {}

    /** Where values in what the waterfalls leave are kept. */
    record After(List<Property.After> into) implements Layer {}

    /** Where values of the old policy are kept. */
    record Before(List<Envelope.Was> into) implements Layer {}
  }

  static Scope of(Frame frame) {
    List<Layer> layers = new ArrayList<>();
    frame
        .row()
        .ifPresent(row -> layers.add(new Layer.Row(row, ((Type.RowOf) row.type()).entity())));
    return new Scope(frame, layers, Shown.NOTHING, Set.of(), Optional.empty(), false);
  }

  Scope with(Layer layer) {
    List<Layer> more = new ArrayList<>();
    more.add(layer);
    more.addAll(layers);
    return new Scope(frame, more, shown, variables, mapping, loose);
  }

  /** With the variable of an aggregate; {@code root} is its row variable, 0 if it is no row. */
  Scope withVariable(String name, Expr value, int root) {
    return with(new Layer.Variable(name, value)).among(root);
  }

  /** With a row whose parts can be named alone. */
  Scope withRow(Expr row, EntityRef entity, int root) {
    return with(new Layer.Row(row, entity)).among(root);
  }

  private Scope among(int root) {
    Set<Integer> more = new HashSet<>(variables);
    if (root != RowPath.SELF) {
      more.add(root);
    }
    return new Scope(frame, layers, shown, more, mapping, loose);
  }

  Scope knowing(Shown more) {
    return new Scope(frame, layers, shown.and(more), variables, mapping, loose);
  }

  /** In another world tests of values show nothing; which rows are one does not change. */
  Scope elsewhere() {
    return new Scope(frame, layers, shown.ofRows(), variables, mapping, loose);
  }

  Scope mapping(Mapping map) {
    return new Scope(frame, layers, shown, variables, Optional.of(map), loose);
  }

  Scope unmapped() {
    return new Scope(frame, layers, shown, variables, Optional.empty(), loose);
  }

  Scope loosely() {
    return new Scope(frame, layers, shown, variables, mapping, true);
  }

  /** Where what is read elsewhere stands: only the row of the frame is known there. */
  Scope ofRow(Set<Integer> around) {
    List<Layer> row =
        layers.stream()
            .filter(
                layer ->
                    layer instanceof Layer.Row of
                        && frame.row().filter(r -> r == of.row()).isPresent())
            .toList();
    return new Scope(frame, row, Shown.NOTHING, around, Optional.empty(), loose);
  }

  /** Whether this is an expectation of a test. */
  boolean isTest() {
    return layers.stream().anyMatch(Layer.Given.class::isInstance);
  }

  /** Every row variable that a row found here may differ with. */
  Set<Integer> around() {
    Set<Integer> all = new HashSet<>(variables);
    mapping.ifPresent(m -> all.addAll(m.roots()));
    return all;
  }
}
