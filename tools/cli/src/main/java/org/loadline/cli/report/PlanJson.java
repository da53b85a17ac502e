package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.loadline.engine.inspect.Carried;
import org.loadline.engine.inspect.Described;
import org.loadline.engine.inspect.PassDescription;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.inspect.Step;
import org.loadline.values.NumberText;

/** A plan as JSON: all of it, operation by operation. */
public final class PlanJson {
  private final JsonGenerator json;

  private PlanJson(JsonGenerator json) {
    this.json = json;
  }

  public static void write(JsonGenerator json, PlanDescription plan) throws IOException {
    new PlanJson(json).plan(plan);
  }

  private void plan(PlanDescription plan) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", plan.program().name());
    json.writeBooleanField("snapshot", plan.loaded());
    json.writeArrayFieldStart("passes");
    for (PassDescription pass : plan.passes()) {
      json.writeStartObject();
      json.writeStringField("entity", pass.rows().map(e -> e.name()).orElse(""));
      count("rows", pass.runs());
      steps("once", pass.once());
      steps("perRow", pass.perRow());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("facts");
    for (PlanDescription.Fate fate : plan.facts()) {
      json.writeStartObject();
      json.writeStringField("entity", fate.fact().owner().map(e -> e.name()).orElse(""));
      json.writeStringField("name", fate.fact().name());
      json.writeStringField("becomes", fate.outcome().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("uses", fate.uses());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("worlds");
    for (PlanDescription.Supposed of : plan.supposed()) {
      json.writeStartObject();
      json.writeStringField("name", of.name());
      json.writeStringField("becomes", of.column() ? "column" : "anew");
      json.writeNumberField("times", of.times());
      json.writeStringField("each", of.each().orElse(""));
      json.writeEndObject();
    }
    json.writeEndArray();
    count("operations", plan.work());
    json.writeEndObject();
  }

  private void count(String name, OptionalLong count) throws IOException {
    if (count.isPresent()) {
      json.writeNumberField(name, count.getAsLong());
    } else {
      json.writeNullField(name);
    }
  }

  private void steps(String name, List<Step> steps) throws IOException {
    json.writeArrayFieldStart(name);
    for (Step step : steps) {
      json.writeStartObject();
      switch (step) {
        case Step.Keep(Described value, int readers) -> {
          json.writeStringField("step", "keep");
          json.writeNumberField("readers", readers);
          value("value", value);
        }
        case Step.Fill(var fact, boolean reported, Described value) -> {
          json.writeStringField("step", reported ? "report" : "column");
          json.writeStringField("fact", fact.name());
          value("value", value);
        }
        case Step.Total total -> {
          json.writeStringField("step", "total");
          if (total.where().isPresent()) {
            value("where", total.where().get());
          }
          value("value", total.sum());
        }
        case Step.Loop loop -> {
          json.writeStringField("step", "loop");
          json.writeStringField("over", loop.over());
          count("turns", loop.runs());
          if (loop.where().isPresent()) {
            value("where", loop.where().get());
          }
          steps("steps", loop.steps());
          values("totals", loop.totals());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void values(String name, List<Described> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (Described value : values) {
      value(value);
    }
    json.writeEndArray();
  }

  private void value(String name, Described value) throws IOException {
    json.writeFieldName(name);
    value(value);
  }

  private void value(Described value) throws IOException {
    json.writeStartObject();
    if (value.name().isPresent()) {
      json.writeStringField("name", value.name().get());
    }
    json.writeStringField("formula", value.text());
    if (value.type().isPresent()) {
      json.writeStringField("unit", PlanLines.unit(value.type().get()));
    }
    if (value.kept()) {
      json.writeBooleanField("kept", true);
    }
    if (value.number().isPresent()) {
      number(value.number().get());
    }
    if (!value.checks().isEmpty()) {
      json.writeArrayFieldStart("checks");
      for (Described.Check check : value.checks()) {
        json.writeStartObject();
        json.writeNumberField("bits", check.bits());
        json.writeNumberField("width", check.width());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!value.remarks().isEmpty()) {
      json.writeArrayFieldStart("remarks");
      for (String remark : value.remarks()) {
        json.writeString(remark);
      }
      json.writeEndArray();
    }
    if (!value.parts().isEmpty()) {
      values("parts", value.parts());
    }
    json.writeEndObject();
  }

  private void number(Carried number) throws IOException {
    json.writeObjectFieldStart("number");
    json.writeNumberField("width", number.width());
    if (!number.isExact()) {
      json.writeNumberField("bits", number.bits());
      json.writeNumberField("places", number.places());
      json.writeStringField("least", NumberText.format(number.least()));
      json.writeStringField("most", NumberText.format(number.most()));
      if (number.divisorBits().isPresent()) {
        json.writeNumberField("divisorBits", number.divisorBits().getAsInt());
      }
    }
    json.writeBooleanField("orNone", number.orNone());
    json.writeBooleanField("orUnlimited", number.orUnlimited());
    json.writeEndObject();
  }
}
