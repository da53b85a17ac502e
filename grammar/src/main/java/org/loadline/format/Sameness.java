package org.loadline.format;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.loadline.parser.Parsing;
import org.loadline.parser.RiskParser;
import org.loadline.parser.WrittenFile;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;

/** Whether a text that was laid out anew is still the same: its words, and what they mean. */
final class Sameness {
  private Sameness() {}

  /** What a new text has lost of the old one, if it has. */
  static Optional<FormatProblem> lost(WrittenFile old, Source text) {
    Optional<WrittenFile> read = Parsing.written(text, new DiagnosticSink());
    if (read.isEmpty()) {
      return Optional.of(FormatProblem.MEANING_LOST);
    }
    if (!words(old).equals(words(read.get()))) {
      return Optional.of(FormatProblem.WORDS_LOST);
    }
    return isSame(old.syntax(), read.get().syntax())
        ? Optional.empty()
        : Optional.of(FormatProblem.MEANING_LOST);
  }

  private static List<String> words(WrittenFile file) {
    return file.tokens().stream()
        .filter(it -> it.getType() != RiskParser.NEWLINE && it.getType() != RiskParser.SPACE)
        .map(Token::getText)
        .map(String::stripTrailing)
        .toList();
  }

  /** Whether two parts of a syntax tree are equal, wherever they stand in their texts. */
  static boolean isSame(Object one, Object other) {
    return switch (one) {
      case Span span -> other instanceof Span;
      case Source source -> other instanceof Source;
      case Optional<?> optional ->
          other instanceof Optional<?> it
              && optional.isPresent() == it.isPresent()
              && (optional.isEmpty() || isSame(optional.get(), it.orElseThrow()));
      case List<?> list -> other instanceof List<?> it && areSame(list, it);
      case Record record -> one.getClass() == other.getClass() && isSame(record, (Record) other);
      default -> one.equals(other);
    };
  }

  private static boolean areSame(List<?> some, List<?> others) {
    Iterator<?> other = others.iterator();
    return some.size() == others.size() && some.stream().allMatch(one -> isSame(one, other.next()));
  }

  private static boolean isSame(Record one, Record other) {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      if (!isSame(value(component, one), value(component, other))) {
        return false;
      }
    }
    return true;
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
