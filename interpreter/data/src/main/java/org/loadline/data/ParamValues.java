package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loadline.core.Program;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.values.Value;

/** The value that each param has in one run. */
public record ParamValues(List<Value> values) {
  public ParamValues {
    values = List.copyOf(values);
  }

  /** As the text of the policy says. */
  public static ParamValues written(Program program) {
    return new ParamValues(program.params().stream().map(Param::value).toList());
  }

  /** These values with some replaced. */
  public ParamValues with(Map<ParamRef, Value> replaced) {
    List<Value> next = new ArrayList<>(values);
    replaced.forEach((ref, value) -> next.set(ref.index(), value));
    return new ParamValues(next);
  }

  public Value value(ParamRef ref) {
    return values.get(ref.index());
  }
}
