package org.loadline.cli.examples;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.ValueText;

/** What a run of the cross-margin example gave, in the form in which its answers are published. */
final class PublishedAnswers {
  private static final String NONE = "none";
  private static final int HEALTH_PLACES = 6;

  private final Results results;
  private final List<String> standing;
  private final List<String> health;

  private PublishedAnswers(Results results) {
    this.results = results;
    this.standing = texts("account.standing");
    this.health =
        texts("account.health").stream()
            .map(h -> h.equals(NONE) ? NONE : new BigDecimal(h).setScale(HEALTH_PLACES).toString())
            .toList();
  }

  static String text(Results results, long seed) {
    return new PublishedAnswers(results).text(seed);
  }

  private String text(long seed) {
    List<BigDecimal> healths =
        health.stream().filter(h -> !h.equals(NONE)).map(BigDecimal::new).toList();
    return """
    {
      "seed": %d,
      "accounts": %d,
      "positions": %d,
      "standing": { %s },
      "accounts_with_health": %d,
      "sum_of_health": "%s",
      "total_equity": "%s",
      "total_initial": "%s",
      "total_maintenance": "%s",
      "sha256_of": "one line per account, in order: account,standing,health with six places or none",
      "sha256": "%s"
    }
    """
        .formatted(
            seed,
            rows("account"),
            rows("position"),
            standings(),
            healths.size(),
            healths.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
            texts("total_equity").getFirst(),
            texts("total_initial").getFirst(),
            texts("total_maintenance").getFirst(),
            sha256());
  }

  private int rows(String entity) {
    Program program = results.program();
    return results.snapshot().rowCount(program.entity(entity).orElseThrow().ref());
  }

  private String standings() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    results.program().choices().getFirst().members().forEach(member -> counts.put(member, 0));
    standing.forEach(member -> counts.merge(member, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> "\"" + count.getKey() + "\": " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  private String sha256() {
    String lines =
        IntStream.range(0, standing.size())
            .mapToObj(row -> row + "," + standing.get(row) + "," + health.get(row) + "\n")
            .collect(Collectors.joining());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> texts(String output) {
    OutputColumn column =
        results.columns().stream()
            .filter(c -> c.output().name().equals(output))
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, column.size()).mapToObj(row -> text(column, row)).toList();
  }

  private String text(OutputColumn column, int row) {
    return switch (column.outcome(row)) {
      case Outcome.Known(var value) ->
          ValueText.format(column.output().type(), value, results.program(), results.snapshot());
      case Outcome.Faulted faulted -> throw new AssertionError(faulted.fault().what().message());
    };
  }
}
