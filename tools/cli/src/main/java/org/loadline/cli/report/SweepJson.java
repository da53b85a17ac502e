package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.DiagnosticJson;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.sweep.Change;
import org.loadline.sweep.Covered;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.StepTotal;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Value;

/** What waterfalls did, as JSON; numbers are texts in full, since JSON has no exact decimals. */
public final class SweepJson {
  private final JsonGenerator json;
  private final Program program;
  private final Snapshot snapshot;

  private SweepJson(JsonGenerator json, Snapshot snapshot) {
    this.json = json;
    this.program = snapshot.program();
    this.snapshot = snapshot;
  }

  /** Writes the field `waterfalls`, with every line of their ledgers. */
  public static void write(JsonGenerator json, Sweeps sweeps) throws IOException {
    json.writeArrayFieldStart("waterfalls");
    SweepJson writer = new SweepJson(json, sweeps.after());
    for (Sweep sweep : sweeps.sweeps()) {
      json.writeStartObject();
      writer.totals(sweep);
      writer.lines("ledger", sweep.ledger());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Writes the field `waterfalls` with what they did in sum, and why rows were left as they were.
   */
  public static void writeTotals(JsonGenerator json, Sweeps sweeps) throws IOException {
    json.writeArrayFieldStart("waterfalls");
    SweepJson writer = new SweepJson(json, sweeps.after());
    for (Sweep sweep : sweeps.sweeps()) {
      json.writeStartObject();
      writer.totals(sweep);
      writer.lines(
          "undone",
          sweep.ledger().stream()
              .filter(
                  line ->
                      line.event() instanceof Event.Faulted
                          || line.event() instanceof Event.Refused)
              .toList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void totals(Sweep sweep) throws IOException {
    json.writeStringField("name", sweep.waterfall().name());
    json.writeStringField("entity", sweep.waterfall().owner().name());
    json.writeNumberField("rows", sweep.counts().rows());
    json.writeNumberField("over", sweep.counts().over());
    json.writeNumberField("served", sweep.counts().served());
    json.writeNumberField("refused", sweep.counts().refused());
    json.writeNumberField("faulted", sweep.counts().faulted());
    json.writeBooleanField("stoppedEarly", !(sweep.stop() instanceof Sweep.Stop.AtTheEnd));
    if (sweep.covered().isPresent()) {
      covered(sweep, sweep.covered().get());
    }
    json.writeArrayFieldStart("steps");
    for (StepTotal step : sweep.steps()) {
      step(step);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unserved");
    writeUnserved(json, sweep);
    json.writeEndArray();
  }

  /** Writes an object for each row that could not be judged. */
  static void writeUnserved(JsonGenerator json, Sweep sweep) throws IOException {
    for (Sweep.Unserved row : sweep.unserved()) {
      json.writeStartObject();
      json.writeStringField("row", row.row());
      DiagnosticJson.writeFields(json, row.why().what());
      json.writeEndObject();
    }
  }

  private void covered(Sweep sweep, Covered covered) throws IOException {
    json.writeObjectFieldStart("covered");
    json.writeStringField("fact", covered.fact());
    json.writeStringField("unit", SweepText.unit(covered.type()));
    json.writeStringField("loss", NumberText.format(covered.loss()));
    json.writeStringField("absorbed", NumberText.format(covered.absorbed()));
    json.writeStringField("remainder", NumberText.format(covered.remainder()));
    Optional<String> name = sweep.waterfall().remainder();
    if (name.isPresent()) {
      json.writeStringField("remainderName", name.get());
    }
    json.writeEndObject();
  }

  private void step(StepTotal step) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", step.step());
    if (step.absorbed().isPresent()) {
      json.writeStringField("absorbed", NumberText.format(step.absorbed().get()));
    }
    json.writeNumberField("rows", step.rows());
    json.writeNumberField("entries", step.entries());
    json.writeArrayFieldStart("moved");
    for (StepTotal.Moved moved : step.moved()) {
      json.writeStartObject();
      json.writeStringField("entry", SweepText.word(moved.kind()));
      json.writeStringField("from", moved.from());
      json.writeStringField("to", moved.to());
      if (moved.amount().isPresent()) {
        json.writeStringField("amount", NumberText.format(moved.amount().get()));
      }
      json.writeStringField("unit", SweepText.unit(moved.type()));
      json.writeNumberField("entries", moved.entries());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void lines(String name, List<LedgerLine> lines) throws IOException {
    json.writeArrayFieldStart(name);
    for (LedgerLine line : lines) {
      json.writeStartObject();
      json.writeNumberField("number", line.number());
      json.writeStringField("served", line.served());
      if (line.step().isPresent()) {
        json.writeStringField("step", line.step().get());
      }
      if (line.action().isPresent()) {
        json.writeStringField("action", line.action().get());
      }
      event(line.event());
      json.writeStringField("place", line.span().place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void event(Event event) throws IOException {
    switch (event) {
      case Event.Flow(var kind, Exact amount, Type type, Change from, Change to) -> {
        json.writeStringField("entry", SweepText.word(kind));
        json.writeStringField("amount", NumberText.format(amount));
        json.writeStringField("unit", SweepText.unit(type));
        change("from", from);
        change("to", to);
      }
      case Event.Set(Change change) -> {
        json.writeStringField("entry", "set");
        change("to", change);
      }
      case Event.Created(String row, var values) -> {
        json.writeStringField("entry", "create");
        json.writeStringField("row", row);
        json.writeArrayFieldStart("values");
        for (Change value : values) {
          json.writeStartObject();
          fields(value);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      case Event.Refused(String reason) -> {
        json.writeStringField("entry", "refuse");
        json.writeStringField("reason", reason);
      }
      case Event.Faulted(Fault fault) -> {
        json.writeStringField("entry", "fault");
        json.writeObjectFieldStart("fault");
        DiagnosticJson.writeFields(json, fault.what());
        json.writeEndObject();
      }
    }
  }

  private void change(String name, Change change) throws IOException {
    json.writeObjectFieldStart(name);
    fields(change);
    json.writeEndObject();
  }

  private void fields(Change change) throws IOException {
    json.writeStringField("input", change.place());
    if (change.before().isPresent()) {
      json.writeStringField("before", text(change.type(), change.before().get()));
    }
    json.writeStringField("after", text(change.type(), change.after()));
  }

  private String text(Type type, Value value) {
    return ValueText.format(type, value, program, snapshot);
  }
}
