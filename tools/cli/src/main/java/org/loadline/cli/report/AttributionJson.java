package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.loadline.diff.Change;
import org.loadline.impact.Attribution;
import org.loadline.impact.Sensitivity;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/** Which change causes how much, and what other values of a param would do. */
final class AttributionJson {
  private final JsonGenerator json;
  private final ImpactJson plan;

  AttributionJson(JsonGenerator json, ImpactJson plan) {
    this.json = json;
    this.plan = plan;
  }

  void attribution(Attribution attribution) throws IOException {
    json.writeObjectFieldStart("attribution");
    switch (attribution.method()) {
      case Attribution.Method.EveryOrder(int policies) -> {
        json.writeStringField("method", "every order");
        json.writeNumberField("policies", policies);
      }
      case Attribution.Method.DrawnOrders(int orders, long seed, int policies) -> {
        json.writeStringField("method", "drawn orders");
        json.writeNumberField("orders", orders);
        json.writeNumberField("seed", seed);
        json.writeNumberField("policies", policies);
      }
    }
    json.writeArrayFieldStart("players");
    for (Attribution.Player player : attribution.players()) {
      json.writeStartObject();
      json.writeStringField("id", player.id());
      plan.texts("changes", player.changes().stream().map(Change::id).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("numbers");
    for (Attribution.Parts parts : attribution.parts()) {
      json.writeStartObject();
      json.writeStringField("name", parts.name());
      json.writeStringField("unit", parts.unit());
      plan.shift(parts.amount());
      json.writeObjectFieldStart("parts");
      for (Attribution.Part part : parts.parts()) {
        json.writeStringField(part.player(), exact(part.amount()));
      }
      json.writeEndObject();
      if (parts.parts().stream().anyMatch(p -> p.error().isPresent())) {
        json.writeObjectFieldStart("errors");
        for (Attribution.Part part : parts.parts()) {
          json.writeStringField(part.player(), part.error().map(ImpactJson::text).orElse("0"));
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void sensitivity(Sensitivity sensitivity) throws IOException {
    json.writeStartObject();
    json.writeStringField("param", sensitivity.param());
    json.writeStringField("unit", sensitivity.unit());
    json.writeArrayFieldStart("points");
    for (Sensitivity.Point point : sensitivity.points()) {
      json.writeStartObject();
      json.writeStringField("value", ImpactJson.text(point.value()));
      json.writeArrayFieldStart("totals");
      for (Sensitivity.TotalAt total : point.totals()) {
        json.writeStartObject();
        json.writeStringField("name", total.name());
        json.writeStringField("unit", total.unit());
        json.writeStringField("value", ImpactJson.text(total.value()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("outcomes");
      for (Sensitivity.OutcomesAt outcomes : point.outcomes()) {
        json.writeObjectFieldStart(outcomes.name());
        for (int i = 0; i < outcomes.members().size(); i++) {
          json.writeNumberField(outcomes.members().get(i), outcomes.rows().get(i));
        }
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeObjectFieldStart("over");
      for (Sensitivity.OverAt over : point.over()) {
        json.writeNumberField(over.waterfall(), over.rows());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String exact(Exact number) {
    return number.decimalPlaces().isPresent()
        ? NumberText.format(number)
        : number.numerator() + "/" + number.denominator();
  }
}
