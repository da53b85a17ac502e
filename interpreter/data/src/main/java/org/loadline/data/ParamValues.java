package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loadline.core.Program;
import org.loadline.model.Bounds;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.source.Diagnostic;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
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

  /** The params that are outside their bounds; with one of them nothing is run. */
  public List<Diagnostic> problems(Program program) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Param param : program.params()) {
      if (param.within().isPresent() && !holds(param.within().get(), value(param.ref()))) {
        Bounds bounds = param.within().get();
        problems.add(
            Diagnostic.of(SnapshotProblem.PARAM_OUT_OF_BOUNDS, param.span())
                .with("param", param.ref().name())
                .with("value", shown(value(param.ref())))
                .with("least", NumberText.format(bounds.least()))
                .with("most", NumberText.format(bounds.most()))
                .build());
      }
    }
    return problems;
  }

  private static boolean holds(Bounds bounds, Value value) {
    return switch (value) {
      case Exact number -> bounds.holds(number);
      // Bounds speak of numbers; whether there may be none is said by the type.
      case Unlimited _, None _, Flag _, Text _, Member _, RowNumber _ -> true;
    };
  }

  private static String shown(Value value) {
    return value instanceof Exact number ? NumberText.format(number) : value.toString();
  }

  public Value value(ParamRef ref) {
    return values.get(ref.index());
  }
}
