package org.loadline.impact;

import java.util.Objects;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** Whether values of two policies are the same: members and rows by name, faults by being one. */
final class SameValue {
  private final Type was;
  private final OneRun before;
  private final Type is;
  private final OneRun after;
  private final boolean sameMembers;

  private SameValue(Type was, OneRun before, Type is, OneRun after) {
    this.was = was;
    this.before = before;
    this.is = is;
    this.after = after;
    this.sameMembers =
        was.present() instanceof Type.OfChoice(var old)
            && is.present() instanceof Type.OfChoice(var now)
            && members(before.program(), old).equals(members(after.program(), now));
  }

  private static Object members(Program program, org.loadline.model.ChoiceRef choice) {
    return program.choice(choice).members();
  }

  static SameValue of(OutputColumn was, OneRun before, OutputColumn is, OneRun after) {
    return new SameValue(was.output().type(), before, is.output().type(), after);
  }

  boolean of(Outcome then, Outcome now) {
    return switch (then) {
      case Outcome.Faulted _ -> now instanceof Outcome.Faulted;
      case Outcome.Known(Value old) ->
          now instanceof Outcome.Known(Value value) && same(old, value);
    };
  }

  private boolean same(Value old, Value now) {
    boolean named = old instanceof RowNumber || (old instanceof Member && !sameMembers);
    return named && now.getClass() == old.getClass()
        ? Objects.equals(
            ValueText.format(was, old, before.program(), before.snapshot()),
            ValueText.format(is, now, after.program(), after.snapshot()))
        : old.equals(now);
  }
}
