package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.loadline.conform.CaseProblem;
import org.loadline.conform.CaseReport;
import org.loadline.conform.Difference;

/** What became of published cases, for machines. */
public final class ConformJson {
  private ConformJson() {}

  /** An object with every case, counts by system, and the counts of all. */
  public static void write(
      JsonGenerator json,
      Map<String, List<CaseReport>> reports,
      int skipped,
      List<CaseProblem> notes)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("systems");
    int passed = 0;
    int failed = 0;
    for (var system : reports.entrySet()) {
      int own = (int) system.getValue().stream().filter(CaseReport::passed).count();
      passed += own;
      failed += system.getValue().size() - own;
      json.writeStartObject();
      json.writeStringField("system", system.getKey());
      json.writeNumberField("passed", own);
      json.writeNumberField("failed", system.getValue().size() - own);
      json.writeArrayFieldStart("cases");
      for (CaseReport report : system.getValue()) {
        write(json, report);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    problems(json, "notes", notes);
    json.writeNumberField("passed", passed);
    json.writeNumberField("failed", failed);
    json.writeNumberField("skipped", skipped);
    json.writeEndObject();
  }

  /** One case; its kind is said for where it stands among tests. */
  static void write(JsonGenerator json, CaseReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", "case");
    json.writeStringField("id", report.published().id());
    json.writeStringField("rule", report.published().rule());
    if (report.rule().isPresent()) {
      json.writeStringField("policy", report.rule().get().policy().toString());
    }
    json.writeBooleanField("passed", report.passed());
    if (!report.passed()) {
      problems(json, "problems", report.problems());
      json.writeArrayFieldStart("differences");
      for (Difference difference : report.differences()) {
        json.writeStartObject();
        json.writeStringField("code", difference.code().text());
        json.writeStringField("field", difference.field());
        json.writeStringField("expected", difference.expected());
        json.writeStringField("got", difference.got());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void problems(JsonGenerator json, String name, List<CaseProblem> problems)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (CaseProblem problem : problems) {
      json.writeStartObject();
      json.writeStringField("code", problem.code().text());
      json.writeStringField("message", problem.message());
      json.writeStringField("hint", problem.hint());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
