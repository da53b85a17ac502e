package org.loadline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.mandate.History;
import org.loadline.mandate.History.EarlierChange;
import org.loadline.values.DateText;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.Reading;
import picocli.CommandLine.Option;

/** The options that say what clocks of limits are read from. */
final class GuardOptions {
  private static final Exact DAY = Exact.of(86_400);

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "JSON: all changes before, [{\"name\": \"fee\", \"at\": \"2026-10-01\", \"from\":"
              + " \"1%%\"}, …]; cells are called `tiers.rate[WETH]`.")
  private Optional<Path> history = Optional.empty();

  @Option(
      names = "--changed-at",
      paramLabel = "NAME=WHEN",
      description = "When a param or a cell was last changed; may be repeated.")
  private List<String> changedAt = List.of();

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      description = "When the proposal is made: a day or a moment, in UTC.")
  private Optional<String> at = Optional.empty();

  /** What is known of changes before a proposal to change a policy. */
  History history(Program before) {
    Map<String, List<EarlierChange>> changes = new LinkedHashMap<>();
    history.ifPresent(file -> changes.putAll(new HistoryFile(file, before).changes()));
    for (String text : changedAt) {
      int equals = text.lastIndexOf('=');
      if (equals < 1) {
        throw Refusal.misuse(MandateUse.CHANGED_AT, "text", text);
      }
      String name = text.substring(0, equals).strip();
      HistoryFile.known(before, name);
      changes
          .computeIfAbsent(name, n -> new ArrayList<>())
          .add(new EarlierChange(moment(text.substring(equals + 1).strip()), Optional.empty()));
    }
    Optional<Exact> now = at.map(GuardOptions::moment);
    if (now.isEmpty() && !changes.isEmpty()) {
      throw Refusal.misuse(MandateUse.NO_TIME);
    }
    changes.forEach((name, all) -> all.forEach(change -> before(name, change, now.orElseThrow())));
    return new History(now, history.isPresent(), changes);
  }

  private static void before(String name, EarlierChange change, Exact now) {
    if (change.at().compareTo(now) > 0) {
      throw Refusal.misuse(
          MandateUse.LATER_CHANGE,
          "name",
          name,
          "changed",
          InstantText.format(change.at()),
          "at",
          InstantText.format(now));
    }
  }

  /** A day is its first moment. */
  static Exact moment(String text) {
    if (DateText.parse(text) instanceof Reading.Of(Exact day)) {
      return day.times(DAY);
    }
    if (InstantText.parse(text) instanceof Reading.Of(Exact seconds)) {
      return seconds;
    }
    throw Refusal.misuse(MandateUse.BAD_TIME, "text", text);
  }
}
