package org.loadline.check;

import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.model.Choice;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Name;

/** Where the families of rules say what is wrong; an erroneous formula is broken from then on. */
final class Complaints {
  private final DiagnosticSink sink;

  Complaints(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** Says something about a place; {@code values} are names and values in turn. */
  Expr say(DiagnosticCode code, Span span, String... values) {
    return say(filled(code, span, values), span);
  }

  /** The same with a better hint than the code's own. */
  Expr sayWithHint(DiagnosticCode code, Span span, String hint, String... values) {
    return say(filled(code, span, values).hint(hint), span);
  }

  /** Says that a choice has no member of that name. */
  Expr noMember(Choice choice, Name name) {
    return sayWithHint(
        TypeProblem.MEMBER_OF,
        name.span(),
        Suggestions.hint(name.text(), choice.members(), TypeProblem.MEMBER_OF.hint()),
        "name",
        name.text(),
        "choice",
        choice.ref().name(),
        "members",
        String.join(", ", choice.members()));
  }

  Expr say(Diagnostic.Builder diagnostic, Span span) {
    sink.add(diagnostic.build());
    return Open.broken(span);
  }

  static Diagnostic.Builder filled(DiagnosticCode code, Span span, String... values) {
    Diagnostic.Builder builder = Diagnostic.of(code, span);
    for (int i = 0; i < values.length; i += 2) {
      builder.with(values[i], values[i + 1]);
    }
    return builder;
  }
}
