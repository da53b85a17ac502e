package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.diff.Difference;
import org.loadline.mandate.Guarded;
import org.loadline.mandate.Guards;
import org.loadline.mandate.History;
import org.loadline.mandate.History.EarlierChange;
import org.loadline.mandate.Reason;
import org.loadline.mandate.Verdict;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.values.Exact;

/**
 * The published cases of Aave's risk stewards, with their limits written beside params: the same
 * proposals are allowed, and refused for the same reason.
 */
class StewardLimitsTest {
  private static final Path CASES =
      Said.ROOT.resolve("examples/systems/aave-risk-steward/aave-risk-steward.json");

  private static final Exact NOW = Exact.of(2_000_000_000L);

  @TestFactory
  List<DynamicTest> aProposalIsJudgedAsItWas() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : new ObjectMapper().readTree(CASES.toFile()).get("cases")) {
      String wanted = one.get("expected").get("outcome").asText();
      tests.add(
          DynamicTest.dynamicTest(
              one.get("id").asText(),
              () -> assertEquals(wanted, outcome(one.get("inputs").get("updates")))));
    }
    return tests;
  }

  @Test
  void thereAreFifteen() throws IOException {
    assertEquals(15, new ObjectMapper().readTree(CASES.toFile()).get("cases").size());
  }

  private static String outcome(JsonNode updates) {
    Map<String, List<EarlierChange>> changes = new HashMap<>();
    for (JsonNode update : updates) {
      Exact since = Exact.of(update.get("secondsSinceLastUpdate").asLong());
      changes.put(name(update), List.of(new EarlierChange(NOW.minus(since), Optional.empty())));
    }
    Difference proposal = Difference.between(program(updates, "current"), program(updates, "new"));
    Guards guards = Guards.of(proposal, new History(Optional.of(NOW), true, changes));
    return guards.changes().stream()
        .filter(c -> c.verdict() != Verdict.ALLOWED)
        .findFirst()
        .map(StewardLimitsTest::refusal)
        .orElse("Allowed");
  }

  private static String refusal(Guarded refused) {
    return switch (broken(refused)) {
      case CLOCK -> "DebounceNotRespected";
      case AT_MOST -> "UpdateNotInRange";
      case NEVER_TO_ZERO -> "InvalidUpdateToZero";
      case WITHIN, TOGETHER -> "another";
    };
  }

  /** Of the limits that are broken the one that the contract looks at first. */
  private static Reason.Kind broken(Guarded refused) {
    List<Reason.Kind> broken =
        refused.reasons().stream()
            .filter(r -> r.finding() == Reason.Finding.BROKEN)
            .map(Reason::kind)
            .toList();
    return List.of(Reason.Kind.NEVER_TO_ZERO, Reason.Kind.CLOCK, Reason.Kind.AT_MOST).stream()
        .filter(broken::contains)
        .findFirst()
        .orElseThrow();
  }

  private static String name(JsonNode update) {
    return update.get("parameter").asText().replace('.', '_');
  }

  private static Program program(JsonNode updates, String value) {
    StringBuilder text = new StringBuilder("policy steward\n");
    List<String> names = new ArrayList<>();
    for (JsonNode update : updates) {
      BigDecimal limit = new BigDecimal(update.get("maxPercentChange").asText());
      boolean relative = update.get("relative").asBoolean();
      names.add(name(update));
      text.append("param ")
          .append(name(update))
          .append(" = ")
          .append(update.get(value).asText())
          .append(" changing by at most ")
          .append(
              relative
                  ? limit.movePointLeft(2).toPlainString() + "% of its value"
                  : limit.toPlainString())
          .append(" once in ")
          .append(update.get("minDelay_s").asText())
          .append(" seconds")
          .append(update.path("zeroForbidden").asBoolean() ? ", never to zero" : "")
          .append('\n');
    }
    text.append("total = ").append(String.join(" + ", names)).append("\nreport total\n");
    DiagnosticSink sink = new DiagnosticSink();
    var bound = new PolicyReader().read(Source.of("steward.risk", text.toString()), sink);
    return Checking.check(bound, sink)
        .orElseThrow(() -> new AssertionError(sink.diagnostics().toString()));
  }
}
