package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.DiagnosticJson;
import org.loadline.core.Output;
import org.loadline.diff.Change;
import org.loadline.diff.Wording;
import org.loadline.impact.Bearing;
import org.loadline.impact.Crossing;
import org.loadline.impact.FaultNote;
import org.loadline.impact.Gate;
import org.loadline.impact.Headline;
import org.loadline.impact.Impact;
import org.loadline.impact.Mover;
import org.loadline.impact.Outcomes;
import org.loadline.impact.RowCount;
import org.loadline.impact.Sensitivity;
import org.loadline.impact.Shift;
import org.loadline.impact.Total;
import org.loadline.mandate.Guarded;
import org.loadline.mandate.Guards;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/**
 * Plans as JSON: numbers are texts in full, since JSON has no exact decimals; counts are numbers.
 * An exact part that is a fraction without end is written as {@code 1/3}.
 */
public final class ImpactJson {
  private final JsonGenerator json;

  private ImpactJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the plans of all books and what the gates found. */
  public static void write(JsonGenerator json, List<Impact> impacts, List<Gate.Verdict> verdicts)
      throws IOException {
    ImpactJson writer = new ImpactJson(json);
    json.writeStartObject();
    json.writeStringField("old", impacts.getFirst().difference().before().name());
    json.writeStringField("new", impacts.getFirst().difference().after().name());
    writer.changes(impacts.getFirst().guards());
    json.writeArrayFieldStart("books");
    for (Impact impact : impacts) {
      writer.impact(impact);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("gates");
    for (Gate.Verdict verdict : verdicts) {
      json.writeStartObject();
      json.writeStringField("gate", verdict.gate().text());
      json.writeStringField("book", verdict.book());
      json.writeBooleanField("failed", verdict.failed());
      json.writeStringField("found", verdict.found());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void changes(Guards guards) throws IOException {
    json.writeArrayFieldStart("changes");
    for (Change change : guards.difference().changes()) {
      json.writeStartObject();
      json.writeStringField("id", change.id());
      json.writeStringField("what", (change.subject() + " " + EditText.of(change)).strip());
      optional("before", change.before().map(Wording::line));
      optional("after", change.after().map(Wording::line));
      Optional<Guarded> guarded = guards.of(change);
      if (guarded.filter(Guarded::isLimited).isPresent()) {
        json.writeObjectFieldStart("limits");
        json.writeStringField("verdict", guarded.get().verdict().word());
        json.writeStringField("effective", guarded.get().effectiveText());
        json.writeStringField("why", guarded.get().sentence());
        json.writeEndObject();
      }
      optional("place", change.after().or(change::before).map(Wording::place));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void impact(Impact impact) throws IOException {
    json.writeStartObject();
    json.writeStringField("book", impact.book());
    texts("headline", Headline.of(impact));
    json.writeBooleanField("declared", impact.declared());
    totals("totals", impact.totals());
    json.writeArrayFieldStart("outcomes");
    for (Outcomes outcomes : impact.outcomes()) {
      outcomes(outcomes);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lines");
    for (Crossing crossing : impact.crossings()) {
      json.writeStartObject();
      json.writeStringField("waterfall", crossing.waterfall());
      json.writeStringField("entity", crossing.entity());
      json.writeNumberField("before", crossing.over());
      json.writeNumberField("after", crossing.overAfter());
      crossed("newly", crossing.newly());
      crossed("noLonger", crossing.noLonger());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("waterfalls");
    for (Bearing bearing : impact.bearings()) {
      new BearingJson(json, this).bearing(bearing);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("movers");
    for (Mover mover : impact.movers()) {
      mover(mover);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (RowCount count : impact.rows()) {
      json.writeStartObject();
      json.writeStringField("entity", count.entity());
      json.writeNumberField("rows", count.rows());
      json.writeNumberField("unchanged", count.unchanged());
      json.writeNumberField("changed", count.changed());
      json.writeNumberField("faultsBefore", count.faultsBefore());
      json.writeNumberField("faultsAfter", count.faultsAfter());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("faults");
    for (FaultNote note : impact.faults()) {
      json.writeStartObject();
      json.writeStringField("policy", note.policy().word());
      json.writeStringField("fact", note.fact());
      json.writeNumberField("rows", note.rows());
      texts("first", note.first());
      DiagnosticJson.writeFields(json, note.what());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (impact.attribution().isPresent()) {
      new AttributionJson(json, this).attribution(impact.attribution().get());
    }
    json.writeArrayFieldStart("sensitivities");
    for (Sensitivity sensitivity : impact.sensitivities()) {
      new AttributionJson(json, this).sensitivity(sensitivity);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void totals(String name, List<Total> totals) throws IOException {
    json.writeArrayFieldStart(name);
    for (Total total : totals) {
      json.writeStartObject();
      json.writeStringField("name", total.name());
      optional("role", total.role().map(Output.Role::word));
      json.writeStringField("kind", total.kind().word());
      json.writeStringField("unit", total.unit());
      side("before", total.before());
      side("after", total.after());
      if (total.shift().isPresent()) {
        json.writeStringField("change", text(total.shift().get().change()));
        optional("relative", total.shift().get().relative().map(ImpactJson::text));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void side(String name, Optional<Total.Side> side) throws IOException {
    if (side.isPresent()) {
      json.writeObjectFieldStart(name);
      json.writeStringField("value", text(side.get().value()));
      json.writeNumberField("rows", side.get().rows());
      json.writeNumberField("left", side.get().left());
      json.writeNumberField("faults", side.get().faults());
      json.writeBooleanField("rounded", side.get().rounded());
      json.writeEndObject();
    }
  }

  private void outcomes(Outcomes outcomes) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", outcomes.name());
    json.writeStringField("entity", outcomes.entity());
    json.writeNumberField("moved", outcomes.moved());
    texts("members", outcomes.members());
    json.writeArrayFieldStart("rows");
    for (List<Integer> from : outcomes.rows()) {
      json.writeArray(from.stream().mapToInt(Integer::intValue).toArray(), 0, from.size());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void crossed(String name, Crossing.Crossed crossed) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("rows", crossed.count());
    texts("first", crossed.first());
    totals("totals", crossed.totals());
    json.writeEndObject();
  }

  private void mover(Mover mover) throws IOException {
    json.writeStartObject();
    json.writeStringField("entity", mover.entity());
    json.writeStringField("row", mover.row());
    json.writeStringField("output", mover.output());
    json.writeStringField("unit", mover.unit());
    shift(mover.amount());
    json.writeArrayFieldStart("why");
    for (Mover.Cause cause : mover.why()) {
      json.writeStartObject();
      json.writeNumberField("depth", cause.depth());
      json.writeStringField("what", cause.label());
      json.writeStringField("before", cause.before());
      json.writeStringField("after", cause.after());
      json.writeStringField("note", cause.note());
      optional("change", cause.change());
      json.writeStringField("place", cause.place());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void shift(Shift shift) throws IOException {
    json.writeStringField("before", text(shift.before()));
    json.writeStringField("after", text(shift.after()));
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  static String text(Exact number) {
    return NumberText.format(number);
  }
}
