package org.loadline.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loadline.core.Program;
import org.loadline.impact.Along;
import org.loadline.model.Param;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Values to try a param at, {@code fee=1%..3%:8}, written as in the language. */
record AlongArgument(Program program) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\w+)\\s*=(.+)\\.\\.(.+):([1-9]\\d{0,3})");

  Along read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw Refusal.misuse(PlanProblem.SENSITIVITY_FORM, "text", text);
    }
    String name = form.group(1);
    Exact low = value(name, form.group(2));
    Exact high = value(name, form.group(3));
    Param param =
        program.params().stream()
            .filter(p -> p.ref().name().equals(name))
            .findFirst()
            .orElseThrow();
    return new Along(param.ref(), low, high, Integer.parseInt(form.group(4)));
  }

  private Exact value(String name, String text) {
    var values = new ParamArguments(program).values(List.of(name + "=" + text.strip()));
    Param param =
        program.params().stream()
            .filter(p -> p.ref().name().equals(name))
            .findFirst()
            .orElseThrow();
    Value value = values.value(param.ref());
    if (value instanceof Exact number) {
      return number;
    }
    throw Refusal.misuse(
        PlanProblem.NO_NUMBER,
        "name",
        name,
        "written",
        Words.value(param.type(), param.value(), program));
  }
}
