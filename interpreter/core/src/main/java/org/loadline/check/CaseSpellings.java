package org.loadline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Type;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.Expression;
import org.loadline.values.None;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Values of cases that the policy writes, and what texts of a document stand for. */
final class CaseSpellings {
  private final Complaints complaints;
  private final WrittenValues values;

  CaseSpellings(Checker in) {
    this.complaints = in.complaints;
    this.values = new WrittenValues(in);
  }

  Optional<Value> value(Expression written, Type type) {
    return values.of(written, type, WrittenValues.nowhere());
  }

  Map<String, Value> spelled(List<CaseItem.Spelling> written, Type type) {
    Map<String, Value> spelled = new HashMap<>();
    for (CaseItem.Spelling line : written) {
      Optional<Value> value = spelling(line.value(), type);
      if (value.isPresent() && spelled.put(line.text(), value.get()) != null) {
        complaints.say(CaseProblem.SPELLED_TWICE, line.span(), "text", line.text());
      }
    }
    return spelled;
  }

  /** {@code none} and {@code unlimited} are what any text may mean, whatever the fact. */
  private Optional<Value> spelling(Expression written, Type type) {
    if (written instanceof Expression.NoneLiteral) {
      return Optional.of(None.INSTANCE);
    }
    boolean unlimited =
        written instanceof Expression.Reference r && r.name().text().equals("unlimited");
    return unlimited ? Optional.of(Unlimited.INSTANCE) : value(written, type);
  }
}
