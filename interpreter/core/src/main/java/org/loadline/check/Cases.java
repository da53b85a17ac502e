package org.loadline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.CaseBinding;
import org.loadline.core.CaseBinding.Scale;
import org.loadline.core.CaseBinding.Subject;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;

/**
 * How documents bind: what published cases and snapshots of parameters give, typed by the fields,
 * and the facts that cases expect.
 */
final class Cases {
  private final Checker in;
  private final Declaration.Cases cases;
  private final ShownForms forms;
  private final CaseScales scales;
  private final GivenCases given;
  private final ExpectedCases expected;

  Cases(Checker in, Declaration.Cases cases) {
    this.in = in;
    this.cases = cases;
    this.forms = new ShownForms(in, cases);
    this.scales = new CaseScales(in.complaints);
    CaseSpellings spellings = new CaseSpellings(in);
    this.given = new GivenCases(in, scales, spellings, forms);
    this.expected = new ExpectedCases(in, cases, scales, spellings, forms);
  }

  CaseBinding typed() {
    Map<String, Scale> suffixes = new LinkedHashMap<>();
    boolean maximum = false;
    List<CaseBinding.Given> lines = new ArrayList<>();
    List<WaterfallRef> run = new ArrayList<>();
    List<CaseBinding.Expected> facts = new ArrayList<>();
    List<org.loadline.core.CasePath> ignored = new ArrayList<>();
    for (CaseItem item : cases.items()) {
      switch (item) {
        case CaseItem.Scales line -> line.suffixes().forEach(s -> scales.suffix(s, suffixes));
        case CaseItem.Maximum line -> maximum |= scales.isMaximum(line);
        case CaseItem.Given line -> given.of(line).ifPresent(lines::add);
        case CaseItem.Run line -> run(line.waterfall()).ifPresent(run::add);
        case CaseItem.Expected line -> expected.of(line).ifPresent(facts::add);
        case CaseItem.Ignored line ->
            line.paths().forEach(path -> ignored.add(CasePaths.plain(path)));
        case CaseItem.Form form -> {}
      }
    }
    forms.check();
    purpose(lines);
    return new CaseBinding(
        cases.file(),
        cases.rules(),
        CasePaths.tests(cases.where()),
        suffixes,
        maximum,
        lines,
        run,
        facts,
        ignored,
        cases.span());
  }

  /** Cases expect something; parameters give something, and only that. */
  private void purpose(List<CaseBinding.Given> given) {
    if (!cases.isParameters()) {
      if (cases.items().stream().noneMatch(CaseItem.Expected.class::isInstance)) {
        in.complaints.say(CaseProblem.EXPECTS_NOTHING, cases.span());
      }
      return;
    }
    if (cases.items().stream().noneMatch(CaseItem.Given.class::isInstance)) {
      in.complaints.say(ShownProblem.READS_NOTHING, cases.span());
    }
    for (CaseItem item : cases.items()) {
      switch (item) {
        case CaseItem.Run line -> in.complaints.say(ShownProblem.ONLY_READ, line.span());
        case CaseItem.Expected line -> in.complaints.say(ShownProblem.ONLY_READ, line.span());
        case CaseItem.Given line -> {}
        case CaseItem.Form line -> {}
        case CaseItem.Scales line -> {}
        case CaseItem.Maximum line -> {}
        case CaseItem.Ignored line -> {}
      }
    }
    for (CaseBinding.Given line : given) {
      if (line.subject() instanceof Subject.Rows(EntityRef entity)) {
        identity(in.vocabulary.entity(entity), line);
      }
    }
  }

  /** Rows of two snapshots are the same row by what tells rows apart, so that is given. */
  private void identity(Entity entity, CaseBinding.Given line) {
    List<String> missing =
        entity.identity().stream()
            .filter(f -> line.cells().stream().noneMatch(cell -> cell.field() == f.index()))
            .map(Field::name)
            .toList();
    if (!missing.isEmpty() || entity.identity().isEmpty()) {
      in.complaints.say(
          ShownProblem.NO_IDENTITY,
          line.span(),
          "entity",
          entity.name(),
          "fields",
          missing.isEmpty() ? "them a key" : "`" + String.join("`, `", missing) + "`");
    }
  }

  private Optional<WaterfallRef> run(Name name) {
    Optional<WaterfallRef> found = in.figures.waterfall(name.text()).map(Waterfall::ref);
    if (found.isEmpty()) {
      new Tests(in, new Declaration.Test("", List.of(), List.of(), name.span())).noSuch(name);
    }
    return found;
  }
}
