package org.loadline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.meaning.Subject;
import org.loadline.model.Param;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Limit;

/** What was done to a param: its type, its value, its limits. */
final class ParamEdits {
  private ParamEdits() {}

  static List<Draft> of(Subject subject, Side before, Side after) {
    Param old = before.param(subject.name());
    Param now = after.param(subject.name());
    List<Draft> drafts = new ArrayList<>();
    if (!TypeName.of(old.type()).equals(TypeName.of(now.type()))) {
      drafts.add(
          new Draft(
              subject,
              new Edit.ParamType(old, now),
              before.wording(subject),
              after.wording(subject)));
    } else if (!Values.same(old.type(), old.value(), before, now.type(), now.value(), after)) {
      drafts.add(
          new Draft(
              subject,
              new Edit.ParamValue(old, now),
              value(before, subject),
              value(after, subject)));
    }
    if (!Limits.same(old.within(), now.within()) || !old.change().equals(now.change())) {
      drafts.add(
          new Draft(
              subject,
              new Edit.ParamLimits(old, now),
              limits(before, subject),
              limits(after, subject)));
    }
    return drafts;
  }

  private static Optional<Wording> value(Side side, Subject subject) {
    return side.text().param(subject.name()).map(p -> new Wording(p.value().span()));
  }

  private static Optional<Wording> limits(Side side, Subject subject) {
    return side.text()
        .param(subject.name())
        .map(Declaration.Param::limits)
        .filter(limits -> !limits.isEmpty())
        .map(limits -> limits.stream().map(Limit::span).reduce(Span::to).orElseThrow())
        .map(Wording::new);
  }
}
