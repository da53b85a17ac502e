package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.loadline.cli.render.DiagnosticJson;
import org.loadline.conform.CaseReport;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.reference.TestReport;
import org.loadline.source.Diagnostic;

/** What became of tests, examples and properties, as JSON. */
public final class TestJson {
  private TestJson() {}

  /** Writes an object for one file. */
  public static void write(
      JsonGenerator json, String file, List<TestReport> reports, List<CaseReport> cases)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeArrayFieldStart("results");
    for (TestReport report : reports) {
      json.writeStartObject();
      json.writeStringField(
          "kind",
          switch (report) {
            case TestReport.OfTest test -> "test";
            case TestReport.OfExample example -> "example";
            case TestReport.OfProperty property -> "property";
          });
      json.writeStringField("title", report.title());
      json.writeBooleanField("passed", report.passed());
      DiagnosticJson.writePlace(json, report.span());
      switch (report) {
        case TestReport.OfTest test -> test(json, test);
        case TestReport.OfExample example -> example(json, example);
        case TestReport.OfProperty property -> property(json, property);
      }
      json.writeEndObject();
    }
    for (CaseReport report : cases) {
      ConformJson.write(json, report);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void test(JsonGenerator json, TestReport.OfTest test) throws IOException {
    json.writeArrayFieldStart("problems");
    for (Diagnostic problem : test.problems()) {
      DiagnosticJson.write(json, problem);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unmet");
    for (TestReport.Checked checked : test.expectations()) {
      if (!checked.passed()) {
        json.writeStartObject();
        DiagnosticJson.writePlace(json, checked.expectation().span());
        values(json, checked.values());
        fault(json, checked.outcome());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void example(JsonGenerator json, TestReport.OfExample example) throws IOException {
    json.writeArrayFieldStart("off");
    for (TestReport.Column column : example.columns()) {
      if (!column.passed()) {
        json.writeStartObject();
        DiagnosticJson.writePlace(json, column.check().span());
        json.writeStringField("expected", column.expected());
        json.writeStringField("actual", column.actual());
        fault(json, column.outcome());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void property(JsonGenerator json, TestReport.OfProperty property)
      throws IOException {
    json.writeNumberField("rows", property.rows());
    json.writeArrayFieldStart("broken");
    for (TestReport.Breach breach : property.breaches()) {
      json.writeStartObject();
      json.writeStringField("row", breach.name());
      values(json, breach.values());
      fault(json, breach.outcome());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void values(JsonGenerator json, List<TestReport.Shown> values) throws IOException {
    json.writeArrayFieldStart("values");
    for (TestReport.Shown shown : values) {
      json.writeStartObject();
      json.writeStringField("text", shown.span().text());
      json.writeStringField("value", shown.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void fault(JsonGenerator json, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Faulted(Fault fault)) {
      json.writeFieldName("fault");
      DiagnosticJson.write(json, fault.what());
    }
  }
}
