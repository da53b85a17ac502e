package org.loadline.conform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.CaseBinding;
import org.loadline.core.CaseBinding.Expected;
import org.loadline.core.CaseBinding.Scale;
import org.loadline.core.CasePath;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.ShownForm;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Holds what came out against what a case expects, field by field. */
final class Comparison {
  private final CaseBinding binding;
  private final PublishedCase published;
  private final ResultTexts texts;
  private final ReadingValues values;
  private final List<Leaf> leaves;
  private final Set<Leaf> compared = new HashSet<>();
  private final List<CaseProblem> problems = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();

  Comparison(Program program, CaseBinding binding, PublishedCase published, Results results) {
    this.binding = binding;
    this.published = published;
    this.texts = new ResultTexts(program, results);
    this.values = new ReadingValues(program, binding);
    this.leaves =
        Leaf.all(published.expected(), published.tolerance(), binding.suffixes().keySet());
  }

  /** What is wrong with a case, and what differs. */
  record Compared(List<CaseProblem> problems, List<Difference> differences) {}

  Compared compared() {
    for (Expected expected : binding.expected()) {
      if (expected.output().owner().isEmpty()) {
        ofWhole(expected);
      } else {
        ofRows(expected);
      }
    }
    for (Leaf leaf : leaves) {
      boolean ignored = binding.ignored().stream().anyMatch(leaf::isWithin);
      if (!compared.contains(leaf) && !ignored) {
        problems.add(
            CaseProblem.of(
                CaseProblem.Code.NOT_COMPARED,
                "`" + leaf.text() + "` is expected, and nothing is compared with it.",
                "Add `expect … as " + leaf.text() + "`, or `ignore` it."));
      }
    }
    return new Compared(problems, differences);
  }

  private void ofWhole(Expected expected) {
    for (Leaf leaf : leaves) {
      if (leaf.captures(expected.path()).isPresent()) {
        compared.add(leaf);
        compare(expected, leaf, texts.column(expected.output()).outcome(0), Optional.empty());
      }
    }
  }

  private void ofRows(Expected expected) {
    List<Leaf> own =
        leaves.stream().filter(leaf -> leaf.captures(expected.path()).isPresent()).toList();
    compared.addAll(own);
    leaves.stream().filter(leaf -> leaf.identifies(expected.path())).forEach(compared::add);
    if (own.isEmpty()) {
      return;
    }
    OutputColumn column = texts.column(expected.output());
    if (expected.facts().isEmpty() && column.size() != 1) {
      problems.add(
          CaseProblem.of(
              CaseProblem.Code.NO_ROW,
              "`"
                  + expected.path().text()
                  + "` is one value, and there are "
                  + column.size()
                  + " rows of `"
                  + expected.output().owner().orElseThrow().name()
                  + "`.",
              "Say which is whose with a fact of the row in brackets."));
      return;
    }
    Set<Leaf> hit = new HashSet<>();
    for (int row = 0; row < column.size(); row++) {
      Optional<RowAt> at = Optional.of(new RowAt(expected.output().owner().orElseThrow(), row));
      Optional<List<String>> wanted = captures(expected, row);
      if (wanted.isEmpty()) {
        continue;
      }
      Optional<Leaf> leaf = own.stream().filter(l -> same(expected, l, wanted.get())).findFirst();
      if (leaf.isPresent()) {
        hit.add(leaf.get());
        compare(expected, leaf.get(), column.outcome(row), at);
      } else if (isPlaced(expected)) {
        differences.add(
            new Difference(
                CaseProblem.Code.NOT_IN_LIST,
                expected.path().text(),
                "no element " + String.join(", ", wanted.get()),
                shown(expected.output().type(), column.outcome(row), Scale.ONE),
                expected.output(),
                at));
      }
    }
    for (Leaf leaf : own) {
      if (!hit.contains(leaf) && !leaf.node().isContainerNode()) {
        problems.add(
            CaseProblem.of(
                CaseProblem.Code.NO_ROW,
                "`" + leaf.text() + "` is " + leaf.node().asText() + ", and no row is it.",
                "Check the fact in the brackets of `" + expected.path().text() + "`."));
      }
    }
  }

  private static boolean isPlaced(Expected expected) {
    return expected.path().steps().stream()
        .flatMap(step -> step.indices().stream())
        .anyMatch(CasePath.Index.Placed.class::isInstance);
  }

  private boolean same(Expected expected, Leaf leaf, List<String> wanted) {
    List<String> captures = leaf.captures(expected.path()).orElse(List.of());
    if (captures.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      boolean words = expected.facts().get(i).type().present() instanceof Type.OfChoice;
      String has = captures.get(i);
      boolean alike =
          words
              ? ReadingValues.letters(has).equals(ReadingValues.letters(wanted.get(i)))
              : has.equals(wanted.get(i));
      if (!alike) {
        return false;
      }
    }
    return true;
  }

  /** What the facts of a row say where the path has facts; empty if the row has no part in it. */
  private Optional<List<String>> captures(Expected expected, int row) {
    List<String> captures = new ArrayList<>();
    for (Output fact : expected.facts()) {
      switch (texts.column(fact).outcome(row)) {
        case Outcome.Known(Value value) -> {
          if (value == None.INSTANCE) {
            return Optional.empty();
          }
          captures.add(texts.text(fact.type(), value));
        }
        case Outcome.Faulted faulted -> {
          differences.add(
              new Difference(
                  CaseProblem.Code.FAULTS,
                  expected.path().text(),
                  "a value of `" + fact.fact().name() + "`",
                  faulted.fault().what().message(),
                  fact,
                  Optional.of(new RowAt(fact.owner().orElseThrow(), row))));
          return Optional.empty();
        }
      }
    }
    return Optional.of(captures);
  }

  private void compare(Expected expected, Leaf leaf, Outcome outcome, Optional<RowAt> row) {
    Output output = expected.output();
    Optional<Scale> scale =
        values.scale(expected.size(), leaf.name(), Place.top(published.inputs(), binding));
    if (scale.isEmpty()) {
      problems.add(
          CaseProblem.of(
              CaseProblem.Code.NO_NUMBER,
              "Nothing says how many places `" + leaf.text() + "` has.",
              "Check the path after `at`."));
      return;
    }
    Scale unit = scale.get();
    if (outcome instanceof Outcome.Faulted(var fault)) {
      differences.add(
          new Difference(
              CaseProblem.Code.FAULTS,
              leaf.text(),
              leaf.written(),
              "a fault: " + fault.what().message(),
              output,
              row));
      return;
    }
    Value got = ((Outcome.Known) outcome).value();
    if (expected.shown().isPresent()) {
      shown(expected, expected.shown().get(), leaf, got, row);
      return;
    }
    boolean equal = equal(expected, leaf, output.type(), got, unit);
    if (!equal) {
      differences.add(
          new Difference(
              CaseProblem.Code.DIFFERS,
              leaf.text(),
              leaf.written(),
              shown(output.type(), outcome, unit),
              output,
              row));
    }
  }

  /** Holds the text that a value is shown as against what is expected. */
  private void shown(
      Expected expected, CaseBinding.Showing showing, Leaf leaf, Value got, Optional<RowAt> row) {
    int at = row.map(RowAt::row).orElse(0);
    Optional<Outcome> by = showing.by().map(output -> texts.column(output).outcome(at));
    Optional<ShownForm> form =
        by.isEmpty()
            ? Optional.of(showing.forms().getFirst())
            : by.get() instanceof Outcome.Known(Member member)
                ? Optional.of(showing.forms().get(member.ordinal()))
                : Optional.empty();
    ShownValue value = new ShownValue(texts, expected.output().type(), got, at);
    Optional<String> text = form.flatMap(f -> ShownText.of(f, value));
    if (text.filter(leaf.written()::equals).isEmpty() || value.isFaulted()) {
      differences.add(
          new Difference(
              value.isFaulted() || form.isEmpty()
                  ? CaseProblem.Code.FAULTS
                  : CaseProblem.Code.DIFFERS,
              leaf.text(),
              leaf.written(),
              text.orElseGet(
                  () -> texts.text(expected.output().type(), got) + ", which no form shows"),
              expected.output(),
              row));
    }
  }

  private boolean equal(Expected expected, Leaf leaf, Type type, Value got, Scale unit) {
    String text = leaf.written();
    if (expected.spelled().containsKey(text)) {
      return expected.spelled().get(text).equals(got);
    }
    if (leaf.node().isNull() || leaf.node().isContainerNode()) {
      return leaf.node().isNull() && got == None.INSTANCE;
    }
    return switch (got) {
      case Exact number -> number(leaf, text, number.dividedBy(unit.one()));
      case Unlimited unlimited ->
          text.equals("unlimited")
              || ReadingValues.number(text).filter(values::isGreatest).isPresent();
      case None none -> false;
      case Flag flag -> text.equals(String.valueOf(flag.value()));
      case Text words -> text.equals(words.value());
      case Member member ->
          ReadingValues.letters(text).equals(ReadingValues.letters(texts.text(type, member)));
      case RowNumber row -> text.equals(texts.text(type, row));
    };
  }

  private boolean number(Leaf leaf, String text, Exact got) {
    Optional<Exact> wanted = ReadingValues.number(text);
    Optional<Tolerance> tolerance = Tolerance.of(leaf.tolerance());
    if (tolerance.isEmpty()) {
      problems.add(
          CaseProblem.of(
              CaseProblem.Code.TOLERANCE,
              "`" + leaf.tolerance() + "` is no tolerance.",
              "It is \"exact\", or has `absolute`, `relative`, or a `kind` with its `value`."));
      return true;
    }
    return wanted.filter(number -> tolerance.get().allows(number, got)).isPresent();
  }

  private String shown(Type type, Outcome outcome, Scale unit) {
    return switch (outcome) {
      case Outcome.Known(Exact number) -> ResultTexts.plain(number.dividedBy(unit.one()));
      case Outcome.Known(Value value) -> texts.text(type, value);
      case Outcome.Faulted(var fault) -> fault.what().message();
    };
  }
}
