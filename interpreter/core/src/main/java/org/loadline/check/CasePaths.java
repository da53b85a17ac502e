package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.CaseBinding;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.CasePath;
import org.loadline.syntax.Name;

/** Paths into documents of cases, as the core has them: their names plain, their facts apart. */
final class CasePaths {
  private CasePaths() {}

  /** A path to one value; that it is many is said. */
  static Optional<CasePath> one(CasePath path, Complaints complaints) {
    if (isOne(path)) {
      return Optional.of(path);
    }
    complaints.say(CaseProblem.NOT_ONE, path.span(), "path", path.text());
    return Optional.empty();
  }

  static boolean isOne(CasePath path) {
    return path.steps().stream()
        .flatMap(step -> step.indices().stream())
        .noneMatch(
            index ->
                index instanceof CasePath.Index.Entry
                    || (index instanceof CasePath.Index.Element(var place) && place.isEmpty()));
  }

  static List<CaseBinding.Test> tests(List<CaseItem.Test> tests) {
    return tests.stream()
        .map(
            test ->
                new CaseBinding.Test(
                    plain(test.path()),
                    switch (test.sort()) {
                      case EQUALS -> CaseBinding.Test.Sort.EQUALS;
                      case DIFFERS -> CaseBinding.Test.Sort.DIFFERS;
                      case PRESENT -> CaseBinding.Test.Sort.PRESENT;
                      case ABSENT -> CaseBinding.Test.Sort.ABSENT;
                    },
                    test.text()))
        .toList();
  }

  static org.loadline.core.CasePath plain(CasePath path) {
    List<org.loadline.core.CasePath.Step> steps =
        path.steps().stream()
            .map(
                step ->
                    new org.loadline.core.CasePath.Step(
                        step.name().text(),
                        step.quoted(),
                        step.indices().stream().map(CasePaths::plain).toList()))
            .toList();
    return new org.loadline.core.CasePath(steps, path.text());
  }

  private static org.loadline.core.CasePath.Index plain(CasePath.Index index) {
    return switch (index) {
      case CasePath.Index.Element(var place) -> new org.loadline.core.CasePath.Index.Element(place);
      case CasePath.Index.Entry entry -> new org.loadline.core.CasePath.Index.Entry();
      case CasePath.Index.Placed placed -> new org.loadline.core.CasePath.Index.Placed();
      case CasePath.Index.Keyed keyed -> new org.loadline.core.CasePath.Index.Keyed();
      case CasePath.Index.Matched(Name member, Name fact) ->
          new org.loadline.core.CasePath.Index.Matched(member.text());
    };
  }
}
