package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Doc;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;
import org.loadline.syntax.TypeExpression;

/**
 * Series as rows: one for each point, known by its time, with a value.
 *
 * <p>{@code marks : series of USD/base} in {@code entity market} is as if {@code entity
 * market.marks} were declared, {@code of market listed as marks} with {@code key time : instant}
 * and {@code value : USD/base}; the dot keeps its name apart from all others. In {@code system} the
 * points belong to no row.
 */
final class SeriesRows {
  private static final String WHOLE = "system";

  private SeriesRows() {}

  /** The entities of the series of an entity. */
  static List<Declaration.Entity> of(Declaration.Entity entity, DiagnosticSink sink) {
    List<Declaration.Entity> series = new ArrayList<>();
    for (Member member : entity.members()) {
      if (member instanceof Member.Input input && input.series() && isPlain(input, sink)) {
        input.names().forEach(name -> series.add(rows(Optional.of(entity.name()), name, input)));
      }
    }
    return series;
  }

  /** The entities of series of no row. */
  static List<Declaration.Entity> ofWhole(Member.Input input, DiagnosticSink sink) {
    return isPlain(input, sink)
        ? input.names().stream().map(name -> rows(Optional.empty(), name, input)).toList()
        : List.of();
  }

  private static boolean isPlain(Member.Input input, DiagnosticSink sink) {
    boolean plain = input.families().isEmpty() && !input.orNone() && input.listedAs().isEmpty();
    if (!plain) {
      new Saying(sink, SeriesProblem.SERIES_FORM, input.span())
          .with("name", input.names().getFirst())
          .send();
    }
    return plain;
  }

  private static Declaration.Entity rows(Optional<Name> owner, Name series, Member.Input line) {
    Span span = series.span();
    List<Member> members = new ArrayList<>();
    owner.ifPresent(
        of ->
            members.add(
                new Member.Reference(
                    new Name(of.text(), span),
                    Optional.empty(),
                    Optional.of(series),
                    false,
                    Doc.NONE,
                    line.span())));
    TypeExpression.Factor instant =
        new TypeExpression.Factor(Optional.of(new Name("instant", span)), List.of(), false, span);
    members.add(
        new Member.Key(
            new Name("time", span),
            Optional.of(new TypeExpression(List.of(instant), span)),
            Doc.NONE,
            span));
    members.add(
        new Member.Input(
            List.of(new Name("value", span)),
            List.of(),
            false,
            line.type(),
            line.step(),
            Optional.empty(),
            false,
            line.orUnlimited(),
            line.within(),
            Optional.empty(),
            line.doc(),
            line.span()));
    String name = owner.map(Name::text).orElse(WHOLE) + "." + series.text();
    return new Declaration.Entity(new Name(name, span), members, line.doc(), line.span());
  }

  /** What a series is called where it was declared. */
  static Name nameOf(Declaration.Entity series) {
    String name = series.name().text();
    return new Name(name.substring(name.indexOf('.') + 1), series.name().span());
  }

  /** What the rows of an entity are called together; points of the whole are called as declared. */
  static String pluralOf(String entity) {
    int dot = entity.indexOf('.');
    if (dot < 0) {
      return Plurals.of(entity);
    }
    return entity.startsWith(WHOLE + ".") ? entity.substring(dot + 1) : entity;
  }
}
