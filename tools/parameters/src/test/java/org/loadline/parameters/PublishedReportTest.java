package org.loadline.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.loadline.core.CaseBinding;
import org.loadline.core.Program;
import org.loadline.parameters.ParameterChanges.FieldChange;
import org.loadline.parameters.ParameterChanges.RowChange;
import org.loadline.parameters.ParameterRow.Text;

/**
 * Two snapshots of a market, before and after a vote, against the report that the protocol's own
 * tool gives of them: its tables, and the differences in raw values below these.
 *
 * <p>Three kinds of changes stand only in the raw part: addresses of the market's contracts, those
 * of rate strategies (the tables have them as a parameter of the reserve), and the number of an
 * e-mode, by which it is known. Pictures, and lines that say that nothing changed, are no changes.
 */
class PublishedReportTest {
  private static final Path MARKET =
      Path.of("..", "..", "examples", "systems", "aave-governance-diff");
  private static final Pattern HEADING = Pattern.compile("#### (.+) \\(\\[(0x[0-9a-fA-F]+)].*");
  private static final Pattern CATEGORY = Pattern.compile("### EMode: (.+)\\((id: [0-9]+)\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

  private static ParameterChanges changes;
  private static String report;

  /** A parameter of something, before and after. */
  private record Line(String of, String name, String before, String after)
      implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      return toString().compareTo(other.toString());
    }
  }

  @BeforeAll
  static void read() throws IOException {
    Program program = Compiled.file(MARKET.resolve("policy.risk"));
    List<CaseBinding> mappings = ParameterSnapshot.mappings(program);
    ParameterSnapshot before =
        ParameterSnapshot.read(program, mappings, MARKET.resolve("before.json"));
    ParameterSnapshot after =
        ParameterSnapshot.read(program, mappings, MARKET.resolve("after.json"));
    assertEquals(List.of(), before.problems());
    assertEquals(List.of(), after.problems());
    changes = ParameterChanges.between(before, after);
    try (InputStream text = PublishedReportTest.class.getResourceAsStream("report.md")) {
      report = new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theTablesHaveTheSameParametersInTheSameWords() {
    Set<Line> ours =
        lines(row -> !row.entity().equals("contract"))
            .filter(line -> !line.name().equals("address") && !line.name().equals("eModeCategory"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Line> theirs = tables();
    assertEquals(110, theirs.size());
    assertEquals(theirs, ours);
  }

  @Test
  void whatTheTablesLeaveOutSaysTheSameOrConcernsNoAsset() {
    Map<String, String> strategies = named("address", row -> row.entity().equals("curve"));
    Map<String, String> ofReserves = named("interestRateStrategy", row -> true);
    assertEquals(21, strategies.size());
    assertEquals(ofReserves, strategies);
    assertEquals(
        Set.of("poolConfiguratorImpl", "poolImpl", "protocolDataProvider"),
        lines(row -> row.entity().equals("contract")).map(Line::of).collect(Collectors.toSet()));
    assertEquals(
        List.of(new Line("ETH correlated (id: 3)", "eModeCategory", "-", "3")),
        lines(row -> true).filter(line -> line.name().equals("eModeCategory")).toList());
  }

  @Test
  void theRawPartHasTheSameChangesAndNoOthers() throws IOException {
    Set<Line> ours = new TreeSet<>();
    for (RowChange row : changes.rows()) {
      for (FieldChange field : row.fields()) {
        ours.add(
            new Line(
                field.pointer(),
                "",
                field.before().map(Text::raw).orElse("-"),
                field.after().map(Text::raw).orElse("-")));
      }
    }
    String raw = report.substring(report.indexOf("```json") + 7, report.lastIndexOf("```"));
    Set<Line> theirs = new TreeSet<>();
    raw(new ObjectMapper().readTree(raw), "", theirs);
    assertEquals(135, theirs.size());
    assertEquals(135, changes.count());
    assertEquals(theirs, ours);
  }

  private static Stream<Line> lines(Predicate<RowChange> wanted) {
    return changes.rows().stream()
        .filter(wanted)
        .flatMap(
            row ->
                row.fields().stream()
                    .map(
                        field ->
                            new Line(
                                row.title(),
                                field.called(),
                                field.before().map(Text::shown).orElse("-"),
                                field.after().map(Text::shown).orElse("-"))));
  }

  private static Map<String, String> named(String name, Predicate<RowChange> wanted) {
    return lines(wanted)
        .filter(line -> line.name().equals(name))
        .collect(
            Collectors.toMap(
                Line::of, line -> line.before() + " " + line.after(), (a, b) -> a, TreeMap::new));
  }

  private static Set<Line> tables() {
    Set<Line> lines = new TreeSet<>();
    String of = "";
    for (String line : report.substring(0, report.indexOf("## Raw diff")).lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      Matcher category = CATEGORY.matcher(line);
      if (heading.matches()) {
        of = heading.group(1) + " (" + heading.group(2) + ")";
      } else if (category.matches()) {
        of = category.group(1) + " (" + category.group(2) + ")";
      }
      String[] cells = line.split("\\|");
      boolean is = cells.length == 4 && !of.isEmpty() && !line.matches("\\| (description|---).*");
      if (is && !line.contains("![before]")) {
        String before = plain(cells[2]);
        String after = plain(cells[3]);
        if (cells[1].contains("(unchanged)")) {
          assertEquals(before, after, line);
        } else {
          lines.add(new Line(of, cells[1].strip().replace("eMode.", ""), before, after));
        }
      }
    }
    return lines;
  }

  /** An address without the link to where it can be looked up. */
  private static String plain(String cell) {
    return LINK.matcher(cell.strip()).replaceAll("$1");
  }

  private static void raw(JsonNode node, String pointer, Set<Line> lines) {
    boolean change = node.size() == 2 && node.has("from") && node.has("to");
    if (!change) {
      node.properties().forEach(f -> raw(f.getValue(), pointer + "/" + f.getKey(), lines));
    } else if (node.get("to").isObject()) {
      node.get("to")
          .properties()
          .forEach(
              f -> lines.add(new Line(pointer + "/" + f.getKey(), "", "-", text(f.getValue()))));
    } else {
      lines.add(new Line(pointer, "", text(node.get("from")), text(node.get("to"))));
    }
  }

  private static String text(JsonNode node) {
    return node.isNull() ? "-" : node.asText();
  }
}
