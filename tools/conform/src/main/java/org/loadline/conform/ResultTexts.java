package org.loadline.conform;

import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Results by the outputs that cases expect, and their values as documents write them. */
final class ResultTexts {
  private final Program program;
  private final Results results;

  ResultTexts(Program program, Results results) {
    this.program = program;
    this.results = results;
  }

  OutputColumn column(Output output) {
    return results.columns().stream()
        .filter(column -> column.output().equals(output))
        .findFirst()
        .orElseThrow();
  }

  /** All digits, or the fraction where they do not end. */
  static String plain(Exact number) {
    return number
        .toDecimal()
        .map(decimal -> decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString())
        .orElseGet(() -> number.numerator() + "/" + number.denominator());
  }

  String text(Type type, Value value) {
    return switch (value) {
      case Exact number -> plain(number);
      case Text words -> words.value();
      case Flag flag -> String.valueOf(flag.value());
      case Member member when type.present() instanceof Type.OfChoice(var choice) ->
          program.choice(choice).members().get(member.ordinal());
      case Member member -> String.valueOf(member.ordinal());
      case RowNumber row when type.present() instanceof Type.RowOf(var entity, var path) ->
          results.snapshot().identity(entity, row.index());
      case RowNumber row -> String.valueOf(row.index());
      case None none -> "none";
      case Unlimited unlimited -> "unlimited";
    };
  }
}
