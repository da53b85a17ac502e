package org.loadline.engine.run;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.RunData;
import org.loadline.engine.lower.PassLowering;
import org.loadline.engine.make.RootMaker;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/**
 * The roots of a pass of sums over children that work out what some children come to, for all facts
 * or some of them, each made when first needed. Threads share them.
 */
final class ChildRoots {
  /** Beyond so many roots all facts are worked out, wanted or not. */
  private static final int MOST = 16;

  private final TruffleLanguage<?> language;
  private final Program program;
  private final Pass pass;
  private final Domain.Children children;
  private final Supplier<Effort> start;
  private final Map<FactRef, ColumnForm> forms;
  private final Set<ColumnKey> columns;
  private final Map<Key, CallTarget> roots = new HashMap<>();

  private record Key(Set<FactRef> facts, Effort effort) {}

  ChildRoots(
      TruffleLanguage<?> language,
      Program program,
      Pass pass,
      Domain.Children children,
      Supplier<Effort> start,
      Map<FactRef, ColumnForm> forms) {
    this.language = language;
    this.program = program;
    this.pass = pass;
    this.children = children;
    this.start = start;
    this.forms = forms;
    this.columns = new HashSet<>();
    List<Term> sums = pass.filled().stream().map(Pass.Filled::term).toList();
    for (PassReads.Cells read : PassReads.of(program, sums).cells()) {
      if (read.row().filter(this::isChild).isPresent()) {
        columns.add(read.column());
      }
    }
  }

  private boolean isChild(Term row) {
    return row.shape() instanceof Shape.Variable(int depth, Domain domain)
        && domain.equals(children);
  }

  /** The columns that are read of children, and of no other row. */
  Set<ColumnKey> columns() {
    return columns;
  }

  Domain.Children children() {
    return children;
  }

  /** The form of a fact's column. */
  ColumnForm form(FactRef fact) {
    return Optional.ofNullable(forms.get(fact)).orElseThrow();
  }

  /**
   * The root for some facts, called as one for a range of rows; the data suit the plan of the pass.
   */
  synchronized CallTarget root(Set<FactRef> facts, RunData data) {
    Key key = new Key(facts, start.get());
    CallTarget known = roots.get(key);
    if (known != null) {
      return known;
    }
    CallTarget made = lower(key, data);
    roots.put(key, made);
    return made;
  }

  /** The facts that are worked out where some are wanted: these, or all. */
  synchronized Set<FactRef> facts(Set<FactRef> wanted) {
    boolean known = roots.containsKey(new Key(wanted, start.get()));
    return known || roots.size() < MOST ? wanted : forms.keySet();
  }

  private CallTarget lower(Key key, RunData data) {
    List<Pass.Filled> filled =
        pass.filled().stream().filter(f -> key.facts().contains(f.fact().ref())).toList();
    Map<FactRef, ColumnForm> held =
        key.facts().stream().collect(Collectors.toMap(fact -> fact, this::form));
    PassLowering.Lowered lowered =
        PassLowering.lower(
            program,
            new ChildrenInOrder(new RecordedColumns(data), children),
            new Pass(pass.row(), filled),
            key.effort(),
            held);
    return RootMaker.ofRange(language, lowered.code()).getCallTarget();
  }
}
