package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.cli.render.DataProblemRenderer;
import org.loadline.cli.render.DiagnosticJson;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.data.ValueText;
import org.loadline.model.EntityRef;
import org.loadline.snapshot.DataProblem;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Flag;
import org.loadline.values.None;

/**
 * Every result as one JSON document.
 *
 * <p>Numbers are texts in full, since JSON has no exact decimals; {@code none} is null, a fault an
 * object with its code.
 */
public record ResultsJson(
    Results results,
    List<Properties.Checked> properties,
    FaultGroups faults,
    List<DataProblem> problems,
    Optional<Sweeps> sweeps) {

  /** Writes the document. */
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", results.program().name());
    var byOwner = ResultsCsv.byOwner(results);
    json.writeObjectFieldStart("facts");
    for (OutputColumn column : byOwner.getOrDefault(Optional.<EntityRef>empty(), List.of())) {
      json.writeFieldName(column.output().fact().name());
      cell(json, column, 0);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("rows");
    for (var table : byOwner.entrySet()) {
      if (table.getKey().isPresent()) {
        rows(json, table.getKey().get(), table.getValue());
      }
    }
    json.writeEndObject();
    writeProperties(json);
    writeFaults(json);
    if (sweeps.isPresent()) {
      SweepJson.write(json, sweeps.get());
    }
    json.writeArrayFieldStart("dataProblems");
    for (DataProblem problem : problems) {
      DataProblemRenderer.write(json, problem);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void rows(JsonGenerator json, EntityRef entity, List<OutputColumn> columns)
      throws IOException {
    json.writeArrayFieldStart(entity.name());
    for (int row = 0; row < results.snapshot().rowCount(entity); row++) {
      json.writeStartObject();
      for (Map.Entry<String, String> part :
          results.snapshot().identityFields(entity, row).entrySet()) {
        json.writeStringField(part.getKey(), part.getValue());
      }
      for (OutputColumn column : columns) {
        json.writeFieldName(column.output().fact().name());
        cell(json, column, row);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void cell(JsonGenerator json, OutputColumn column, int row) throws IOException {
    switch (column.outcome(row)) {
      case Outcome.Known(Flag(boolean value)) -> json.writeBoolean(value);
      case Outcome.Known(None none) -> json.writeNull();
      case Outcome.Known(var value) ->
          json.writeString(
              ValueText.format(
                  column.output().type(), value, results.program(), results.snapshot()));
      case Outcome.Faulted(Fault fault) -> {
        json.writeStartObject();
        json.writeStringField("fault", fault.what().code().code());
        json.writeEndObject();
      }
    }
  }

  private void writeProperties(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("properties");
    for (Properties.Checked checked : properties) {
      json.writeStartObject();
      json.writeStringField("title", checked.property().title());
      json.writeBooleanField("holds", checked.holds());
      json.writeNumberField("rows", checked.column().size());
      json.writeArrayFieldStart("brokenBy");
      for (int row : checked.broken()) {
        json.writeString(
            checked
                .property()
                .owner()
                .map(owner -> results.snapshot().identity(owner, row))
                .orElse(""));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeFaults(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("faults");
    for (FaultGroups.Group group : faults.groups()) {
      for (Fault fault : group.faults()) {
        json.writeStartObject();
        json.writeStringField("fact", fault.definition().map(d -> d.name()).orElse(""));
        Optional<RowAt> row = fault.row();
        json.writeStringField("entity", row.map(at -> at.entity().name()).orElse(""));
        json.writeStringField(
            "row", row.map(at -> results.snapshot().identity(at.entity(), at.row())).orElse(""));
        DiagnosticJson.writeFields(json, fault.what());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
