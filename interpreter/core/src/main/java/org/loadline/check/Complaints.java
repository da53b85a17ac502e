package org.loadline.check;

import java.util.regex.Pattern;
import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.model.Choice;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Name;

/** Where the families of rules say what is wrong; an erroneous formula is broken from then on. */
final class Complaints {
  private static final Pattern BARE_NUMBER = Pattern.compile("-?[0-9][0-9_.]*");

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

  /** Says that a name is that of no entity. */
  Expr noEntity(Name name, Vocabulary vocabulary) {
    FormulaProblem problem = FormulaProblem.UNKNOWN_NAME;
    String hint = vocabulary.entityHint(name.text(), problem.hint());
    return sayWithHint(problem, name.span(), hint, "name", name.text());
  }

  /** Says that a value is of another type than its place. */
  Expr expected(Type wanted, Expr given) {
    return say(misfit(wanted, given.type(), given.span()), given.span());
  }

  /** The same to be added to; a bare number where an amount stands lacks its unit. */
  static Diagnostic.Builder misfit(Type wanted, Type given, Span span) {
    Diagnostic.Builder builder =
        filled(
            TypeProblem.EXPECTED,
            span,
            "expected",
            TypeText.of(wanted),
            "given",
            TypeText.of(given));
    String text = Quote.of(span);
    boolean bare =
        BARE_NUMBER.matcher(text).matches()
            && wanted.present() instanceof Type.Quantity q
            && !TypeText.plain(q.unit());
    return bare
        ? builder.hint(
            "Say its unit: `" + text + " " + unit((Type.Quantity) wanted.present()) + "`.")
        : builder;
  }

  private static String unit(Type.Quantity wanted) {
    return wanted.unit().equals(Unit.TIME) ? "seconds" : wanted.unit().toString();
  }

  static Diagnostic.Builder filled(DiagnosticCode code, Span span, String... values) {
    Diagnostic.Builder builder = Diagnostic.of(code, span);
    for (int i = 0; i < values.length; i += 2) {
      builder.with(values[i], values[i + 1]);
    }
    return builder;
  }
}
