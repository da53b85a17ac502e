package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.CaseBinding;
import org.loadline.core.Output;
import org.loadline.model.EntityRef;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.CasePath;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;

/** The facts that cases expect, and the members of a document that they must equal. */
final class ExpectedCases {
  private final Checker in;
  private final Declaration.Cases cases;
  private final CaseScales scales;
  private final CaseSpellings spellings;
  private final ShownForms forms;

  ExpectedCases(
      Checker in,
      Declaration.Cases cases,
      CaseScales scales,
      CaseSpellings spellings,
      ShownForms forms) {
    this.in = in;
    this.cases = cases;
    this.scales = scales;
    this.spellings = spellings;
    this.forms = forms;
  }

  /** What a line expects; empty if of no fact that there is. */
  Optional<CaseBinding.Expected> of(CaseItem.Expected line) {
    Optional<Output> output = new Reports(in).item(line.fact());
    if (output.isEmpty()) {
      return Optional.empty();
    }
    Output of = output.get();
    List<Output> facts = new ArrayList<>();
    boolean known = true;
    for (CasePath.Step step : line.path().steps()) {
      for (CasePath.Index index : step.indices()) {
        known &= fact(index, line, of.owner(), facts);
      }
    }
    if (known && facts.isEmpty() && of.owner().filter(this::isMany).isPresent()) {
      in.complaints.say(
          CaseProblem.ROW_OF_MANY,
          line.span(),
          "entity",
          of.owner().get().name(),
          "fact",
          of.fact().name(),
          "path",
          line.path().text());
      return Optional.empty();
    }
    return known
        ? Optional.of(
            new CaseBinding.Expected(
                of,
                facts,
                CasePaths.plain(line.path()),
                scales.size(line.scale()),
                spellings.spelled(line.spelled(), of.type()),
                line.shown().flatMap(shown -> forms.expected(shown, of)),
                line.span()))
        : Optional.empty();
  }

  /** Whether cases may give more than one row of an entity. */
  private boolean isMany(EntityRef entity) {
    List<CaseItem.Given> lines =
        cases.items().stream()
            .filter(CaseItem.Given.class::isInstance)
            .map(CaseItem.Given.class::cast)
            .filter(line -> line.subject().text().equals(entity.name()))
            .toList();
    return lines.size() != 1
        || lines.getFirst().from().filter(path -> !CasePaths.isOne(path)).isPresent();
  }

  private boolean fact(
      CasePath.Index index, CaseItem.Expected line, Optional<EntityRef> owner, List<Output> facts) {
    Optional<Name> name =
        switch (index) {
          case CasePath.Index.Placed(Name fact) -> Optional.of(fact);
          case CasePath.Index.Keyed(Name fact) -> Optional.of(fact);
          case CasePath.Index.Matched(Name field, Name fact) -> Optional.of(fact);
          case CasePath.Index.Element element -> Optional.empty();
          case CasePath.Index.Entry entry -> Optional.empty();
        };
    if (name.isEmpty()) {
      return true;
    }
    if (owner.isEmpty()) {
      in.complaints.say(
          CaseProblem.FACT_OF_WHOLE,
          name.get().span(),
          "fact",
          Quote.of(line.fact().span()),
          "path",
          line.path().text());
      return false;
    }
    Name entity = new Name(owner.get().name(), name.get().span());
    Optional<Output> fact = new Reports(in).part(entity, name.get());
    fact.ifPresent(facts::add);
    return fact.isPresent();
  }
}
