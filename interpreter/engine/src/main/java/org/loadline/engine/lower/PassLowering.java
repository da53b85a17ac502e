package org.loadline.engine.lower;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.ListedPassNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.PassNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.column.FillIndexNode;
import org.loadline.engine.nodes.column.FillNumberNode;
import org.loadline.engine.nodes.frame.ClearNode;
import org.loadline.engine.nodes.loop.TotalsNode;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Term;

/** Makes the root of a pass, for one effort. */
public final class PassLowering {
  private PassLowering() {}

  /** A root, and the forms of the columns that it fills. */
  public record Lowered(PassNode root, Map<FactRef, ColumnForm> forms, Noted noted) {
    public Lowered {
      forms = Map.copyOf(forms);
    }
  }

  /** How a root takes its rows. */
  public enum RowsTaken {
    RANGE,
    LIST
  }

  /**
   * What a root does.
   *
   * @param before once, for all rows
   */
  public record Noted(List<Note.Step> before, List<Note.Step> perRow) {}

  /**
   * @param forms how the columns are held, if an earlier effort has decided it
   */
  public static Lowered lower(
      TruffleLanguage<?> language,
      Program program,
      Columns columns,
      Pass pass,
      Effort effort,
      Map<FactRef, ColumnForm> forms,
      RowsTaken taken) {
    Body body = body(program, columns, pass, effort, forms);
    FrameLayout frame = body.frame();
    List<DataKey> arrays = List.copyOf(frame.arrays().keySet());
    List<String> texts = List.copyOf(frame.texts().keySet());
    Root root = taken == RowsTaken.LIST ? ListedPassNode::new : PassNode::new;
    return new Lowered(
        root.make(
            language,
            frame.descriptor(),
            name(program, pass),
            body.rowSlot(),
            arrays,
            arrays.stream().map(frame::array).toList(),
            texts,
            texts.stream().map(frame::text).toList(),
            body.before().toArray(StatementNode[]::new),
            body.perRow().toArray(StatementNode[]::new),
            body.totals(),
            body.clear()),
        body.forms(),
        body.noted());
  }

  private interface Root {
    PassNode make(
        TruffleLanguage<?> language,
        FrameDescriptor descriptor,
        String name,
        int rowSlot,
        List<DataKey> arrays,
        List<Integer> arraySlots,
        List<String> texts,
        List<Integer> textSlots,
        StatementNode[] before,
        StatementNode[] perRow,
        TotalsNode totals,
        StatementNode afterRow);
  }

  /** What a root would do, and the forms of the columns that it would fill. */
  public record Sketch(Map<FactRef, ColumnForm> forms, Noted noted) {
    public Sketch {
      forms = Map.copyOf(forms);
    }
  }

  /** As {@link #lower}, without a root: nothing can be run. */
  public static Sketch sketch(Program program, Columns columns, Pass pass, Effort effort) {
    Body body = body(program, columns, pass, effort, Map.of());
    return new Sketch(body.forms(), body.noted());
  }

  private record Body(
      FrameLayout frame,
      int rowSlot,
      List<StatementNode> before,
      List<StatementNode> perRow,
      TotalsNode totals,
      ClearNode clear,
      Map<FactRef, ColumnForm> forms,
      Noted noted) {}

  private static Body body(
      Program program, Columns columns, Pass pass, Effort effort, Map<FactRef, ColumnForm> forms) {
    List<Term> wanted = new ArrayList<>(pass.filled().stream().map(Pass.Filled::term).toList());
    wanted.addAll(TotalLowering.terms(pass));
    Lowering lowering = new Lowering(program, columns, effort, wanted);
    List<StatementNode> shared = lowering.share(Optional.empty(), wanted);
    List<Note.Step> first = lowering.notes().steps();
    List<StatementNode> perRow = new ArrayList<>();
    int rowSlot = pass.row().map(lowering::variable).orElseGet(() -> lowering.frame().slot());
    int outside = lowering.frame().size();
    if (pass.row().isPresent()) {
      perRow.addAll(lowering.share(pass.row(), wanted));
    }
    Map<FactRef, ColumnForm> held = new HashMap<>(forms);
    boolean exceeding = shared.stream().anyMatch(StatementNode::mayOverflow);
    exceeding |= perRow.stream().anyMatch(StatementNode::mayOverflow);
    List<Supplier<StatementNode>> fills = new ArrayList<>();
    for (Pass.Filled filled : pass.filled()) {
      fills.add(fill(lowering, filled, rowSlot, held, exceeding));
    }
    if (forms.isEmpty()) {
      Bundles.of(pass, held).forEach(held::put);
    }
    fills.forEach(fill -> perRow.add(fill.get()));
    FrameLayout frame = lowering.frame();
    List<Integer> ofRow = new ArrayList<>();
    TotalsNode totals =
        new TotalLowering(lowering, held)
            .lower(
                pass,
                () -> {
                  for (int slot : frame.since(outside, Set.of())) {
                    ofRow.add(slot);
                  }
                });
    List<Note.Step> all = lowering.notes().steps();
    Noted noted = new Noted(first, all.subList(first.size(), all.size()));
    ClearNode clear = frame.forget(ofRow.stream().mapToInt(slot -> slot).toArray());
    List<StatementNode> before = new ArrayList<>();
    before.add(frame.begin());
    before.addAll(frame.first());
    before.addAll(shared);
    return new Body(frame, rowSlot, before, perRow, totals, clear, held, noted);
  }

  private static String name(Program program, Pass pass) {
    return program.name()
        + ": "
        + String.join(", ", pass.filled().stream().map(f -> f.fact().name()).toList());
  }

  /**
   * Fills a cell, once the forms of all columns are known. Where no row can fail, and none can need
   * to be worked out again with more bits, cells have no marks.
   *
   * @param exceeding whether what the pass works out for all facts may overflow
   */
  private static Supplier<StatementNode> fill(
      Lowering lowering,
      Pass.Filled filled,
      int rowSlot,
      Map<FactRef, ColumnForm> forms,
      boolean exceeding) {
    FactRef fact = filled.fact().ref();
    ColumnKey column = new ColumnKey.OfFact(fact);
    if (Kind.of(filled.fact().type()) != Kind.NUMBER) {
      IndexNode node = lowering.index(filled.term());
      ColumnForm form =
          forms.computeIfAbsent(
              fact,
              f ->
                  new ColumnForm.OfPlaces(
                      exceeding || node.mayFail() || node.mayOverflow(), node.mayBeNone()));
      lowering.notes().fill(filled, form);
      return () -> new FillIndexNode(node, lowering.cells().slots(column, form), rowSlot);
    }
    NumberNode node = lowering.number(filled.term());
    ColumnForm form =
        forms.computeIfAbsent(
            fact,
            f -> {
              boolean whole = !node.form().isExact() && !node.form().isFraction();
              boolean proved = whole && !exceeding && !node.mayFail() && !node.mayOverflow();
              return new ColumnForm.OfNumbers(node.form(), !proved, !proved);
            });
    lowering.notes().fill(filled, form);
    return () -> numbers(lowering, node, rowSlot, column, Objects.requireNonNull(forms.get(fact)));
  }

  private static StatementNode numbers(
      Lowering lowering, NumberNode node, int rowSlot, ColumnKey column, ColumnForm form) {
    if (!(form instanceof ColumnForm.OfNumbers numbers)) {
      throw new IllegalStateException("a number for a column of places: " + column);
    }
    NumberForm held = numbers.form();
    NumberForm given = node.form();
    NumberSlots slots =
        lowering
            .frame()
            .slots(given.width().join(held.width()), given.isFraction(), given.isMarked());
    return new FillNumberNode(node, slots, lowering.cells().slots(column, form), rowSlot, held);
  }
}
