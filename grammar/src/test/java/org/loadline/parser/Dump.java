package org.loadline.parser;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.syntax.Doc;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/**
 * The syntax tree in brackets: {@code (Else (/ equity maintenance) 0)}.
 *
 * <p>Records by name and parts; no spans, no empty parts, {@code false} unsaid.
 */
final class Dump {
  private Dump() {}

  static String of(Object part) {
    return switch (part) {
      case Name name -> name.text();
      case Expression.Reference(Name name) -> name.text();
      case Expression.NumberLiteral(var value, var unit, _) ->
          value.number().toPlainString() + unit.map(name -> "_" + name.text()).orElse("");
      case Expression.PercentLiteral(var value, _) -> value.number().toPlainString();
      case Expression.TextLiteral(String value, _) -> '"' + value + '"';
      case Expression.Binary(var op, var left, var right, _, _) ->
          "(%s %s %s)".formatted(op.text(), of(left), of(right));
      case Doc doc -> doc.text().isEmpty() ? "" : '"' + doc.text() + '"';
      case Optional<?> optional -> optional.map(Dump::of).orElse("");
      case Collection<?> all ->
          all.isEmpty()
              ? ""
              : all.stream().map(Dump::of).collect(Collectors.joining(" ", "[", "]"));
      case Boolean flag -> flag ? "true" : "";
      case Record record -> record(record);
      default -> part.toString();
    };
  }

  private static String record(Record record) {
    StringBuilder text = new StringBuilder("(" + record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = value(record, component);
      String part = value instanceof Span || value instanceof Source ? "" : of(value);
      text.append(part.isEmpty() ? "" : " " + part);
    }
    return text.append(")").toString();
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a public record has public parts", impossible);
    }
  }
}
