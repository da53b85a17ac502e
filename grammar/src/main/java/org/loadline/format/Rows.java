package org.loadline.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.loadline.parser.RiskParser;

/**
 * Lines up the rows that tests give one under another: lines that give the same inputs of the same
 * entity read as a table.
 */
final class Rows {
  private final Pieces pieces;

  Rows(Pieces pieces) {
    this.pieces = pieces;
  }

  /** Among statements without an empty line between them. */
  void lineUp(List<ParserRuleContext> statements) {
    List<RiskParser.GivenRowContext> alike = new ArrayList<>();
    for (ParserRuleContext statement : statements) {
      boolean isRow = statement instanceof RiskParser.GivenRowContext it && isLine(it);
      if (!alike.isEmpty()
          && !(isRow
              && statement instanceof RiskParser.GivenRowContext it
              && kind(it).equals(kind(alike.getLast())))) {
        lineUpAlike(alike);
        alike.clear();
      }
      if (isRow && statement instanceof RiskParser.GivenRowContext it) {
        alike.add(it);
      }
    }
    lineUpAlike(alike);
  }

  /** Whether a row and what it is given stand in one line. */
  private boolean isLine(RiskParser.GivenRowContext given) {
    return given.settingBlock() != null
        && !given.settingBlock().setting().isEmpty()
        && pieces
            .all()
            .subList(pieces.first(given).index + 1, pieces.last(given.settingBlock()).index + 1)
            .stream()
            .noneMatch(piece -> piece.isFirst);
  }

  /** The entity, and the inputs in their order. */
  private static List<String> kind(RiskParser.GivenRowContext given) {
    List<String> kind = new ArrayList<>();
    kind.add(given.subject.getText());
    for (RiskParser.SettingContext setting : given.settingBlock().setting()) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < setting.getChildCount() && setting.getChild(i) != setting.EQ(); i++) {
        name.append(setting.getChild(i) instanceof RuleContext rule ? rule.getText() : " ");
      }
      kind.add(name.toString());
    }
    return kind;
  }

  private void lineUpAlike(List<RiskParser.GivenRowContext> rows) {
    if (rows.size() < 2) {
      return;
    }
    lineUpStops(rows.stream().map(row -> pieces.of(row.settingBlock().LBRACE())).toList());
    int settings = rows.getFirst().settingBlock().setting().size();
    for (int i = 1; i < settings; i++) {
      int at = i;
      lineUpStops(rows.stream().map(row -> pieces.first(row.settingBlock().setting(at))).toList());
    }
  }

  private void lineUpStops(List<Piece> stops) {
    List<Integer> widths = stops.stream().map(this::width).toList();
    int most = widths.stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int i = 0; i < stops.size(); i++) {
      stops.get(i).padding = most - widths.get(i);
    }
  }

  private int width(Piece stop) {
    int width = 0;
    Piece at = pieces.previous(stop);
    while (!at.isFirst) {
      width += at.gap + at.padding + at.width();
      at = pieces.previous(at);
    }
    return width + at.width();
  }
}
