package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import org.loadline.bound.Bound;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Parameter;

/** Warns of what is defined and read by nobody. Libraries define more than one policy reads. */
final class Unused {
  private final Checker in;
  private final Bound bound;

  Unused(Checker in) {
    this.in = in;
    this.bound = in.vocabulary.bound();
  }

  void warn() {
    if (bound.library()) {
      return;
    }
    for (Defined d : in.vocabulary.facts()) {
      if (!d.imported()) {
        fact(d);
      }
    }
    for (Declaration.Function function : bound.functions()) {
      if (isOwn(function.span())) {
        in.vocabulary.sheet(function).values().forEach(this::inside);
      }
    }
    bound.params().forEach(p -> declared(UnusedProblem.PARAM, p.ref().name(), p.span()));
    bound.tables().forEach(t -> declared(UnusedProblem.TABLE, t.ref().name(), t.span()));
  }

  private boolean isOwn(Span span) {
    return bound.sources().isEmpty() || span.source() == bound.sources().getFirst();
  }

  private void fact(Defined d) {
    boolean reads = in.uses.isRead(d) || bound.reports().isEmpty();
    if (!in.definitions.isTyped(d)) {
      say(UnusedProblem.UNCALLED, d.name(), d.span());
    } else if (!reads) {
      say(UnusedProblem.FACT, d.fullName(), d.span());
    } else {
      inside(d);
    }
  }

  private void inside(Defined d) {
    if (!in.definitions.isTyped(d)) {
      return;
    }
    List<Parameter> own = new ArrayList<>(d.own());
    for (Parameter parameter : own) {
      declared(UnusedProblem.PARAMETER, parameter.name().text(), parameter.name().span());
    }
    d.locals().values().stream()
        .filter(local -> !in.uses.isRead(local))
        .forEach(local -> say(UnusedProblem.LOCAL, local.name(), local.span()));
  }

  private void declared(DiagnosticCode code, String name, Span span) {
    if (isOwn(span) && !in.uses.isRead(span)) {
      say(code, name, span);
    }
  }

  private void say(DiagnosticCode code, String name, Span span) {
    in.complaints.say(code, span, "name", name);
  }
}
