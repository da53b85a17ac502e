package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.Reading;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Values without rounding, for documents: a number is a text, a decimal in full or a fraction in
 * lowest terms ({@code 1/3}); days are counted from 1970-01-01, moments and durations in seconds.
 * {@code none} is null, a flag is a flag, and what has no value is {@code {"fault": code}}.
 */
final class ExactCell {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExactCell() {}

  static JsonNode of(Outcome outcome, Type type, Program program, Snapshot snapshot) {
    return switch (outcome) {
      case Outcome.Known(Value value) -> of(value, type, program, snapshot);
      case Outcome.Faulted(var fault) -> fault(fault.what().code().code());
    };
  }

  static JsonNode of(Value value, Type type, Program program, Snapshot snapshot) {
    return switch (value) {
      case Exact number -> TextNode.valueOf(number(number));
      case Flag(boolean holds) -> BooleanNode.valueOf(holds);
      case None _ -> NullNode.instance;
      case Text _, Unlimited _, Member _, RowNumber _ ->
          TextNode.valueOf(ValueText.format(type, value, program, snapshot));
    };
  }

  static JsonNode fault(String code) {
    return JSON.objectNode().put("fault", code);
  }

  static String number(Exact number) {
    return number.decimalPlaces().isPresent()
        ? NumberText.format(number)
        : number.numerator() + "/" + number.denominator();
  }

  /** A number that {@link #number} has written; empty if it writes none so. */
  static Optional<Exact> read(String text) {
    int slash = text.indexOf('/');
    try {
      Optional<Exact> read =
          slash < 0
              ? NumberText.parse(text) instanceof Reading.Of(Exact value)
                  ? Optional.of(value)
                  : Optional.empty()
              : Optional.of(
                  Exact.ofFraction(
                      new BigInteger(text.substring(0, slash)),
                      new BigInteger(text.substring(slash + 1))));
      return read.filter(value -> number(value).equals(text));
    } catch (ArithmeticException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
