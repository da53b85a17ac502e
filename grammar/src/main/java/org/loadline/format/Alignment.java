package org.loadline.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.ParserRuleContext;
import org.loadline.parser.RiskParser;

/**
 * Lines up what is alike in lines that follow one another.
 *
 * <p>An empty line ends a run; a comment does not. A line that would push the others far to the
 * right, beyond a limit, stays out of it.
 */
final class Alignment {
  /** How far behind the shortest a name may end for others to be lined up with it. */
  private static final int NAMES = 16;

  /** The same for values and what else is long by nature. */
  private static final int VALUES = 40;

  /** The least blanks between a value and what is said of it: its limits, its condition. */
  private static final int ASIDE = 4;

  private final Pieces pieces;

  private Alignment(Pieces pieces) {
    this.pieces = pieces;
  }

  /** From where to where a line is measured, and the piece that is to stand under its like. */
  private record Stop(Piece from, Piece piece) {}

  static void apply(Pieces pieces, List<Block> blocks) {
    Alignment alignment = new Alignment(pieces);
    for (ParserRuleContext context : pieces.contexts()) {
      alignment.inContext(context);
    }
    for (Block block : blocks) {
      if (alignment.isColumn(block)) {
        alignment.items(block.items());
      }
    }
  }

  private void inContext(ParserRuleContext context) {
    switch (context) {
      case RiskParser.FileContext it -> items(it.item());
      case RiskParser.BodyContext it -> guards(it);
      case RiskParser.RowBlockContext it -> rows(it.row());
      case RiskParser.ChildrenContext it -> rows(it.row());
      case RiskParser.LocalNamesContext it -> locals(it.local());
      default -> {}
    }
  }

  // ---- Items of a block

  /** Whether each item has a line of its own. */
  private boolean isColumn(Block block) {
    return (block.shape() == Block.Shape.EXPANDED || block.shape() == Block.Shape.HANGING)
        && block.items().stream().skip(1).allMatch(item -> pieces.first(item).isFirst);
  }

  private void items(List<? extends ParserRuleContext> items) {
    for (List<ParserRuleContext> run : runs(items)) {
      lineUp(run, Stops::sign, NAMES);
      lineUp(run, Stops::reason, VALUES);
      lineUp(run, Stops::brace, VALUES);
      lineUpLimits(run);
      new Rows(pieces).lineUp(run);
    }
  }

  /** Items that follow one another without an empty line. */
  private List<List<ParserRuleContext>> runs(List<? extends ParserRuleContext> items) {
    List<List<ParserRuleContext>> runs = new ArrayList<>();
    List<ParserRuleContext> run = new ArrayList<>();
    for (ParserRuleContext item : items) {
      if (!run.isEmpty() && isApart(run.getLast(), item)) {
        runs.add(run);
        run = new ArrayList<>();
      }
      run.add(item);
    }
    runs.add(run);
    return runs;
  }

  private boolean isApart(ParserRuleContext before, ParserRuleContext item) {
    return pieces
        .all()
        .subList(pieces.last(before).index + 1, pieces.first(item).index + 1)
        .stream()
        .anyMatch(piece -> piece.isApart);
  }

  /** Finds what is lined up in an item. */
  private interface Finder {
    Optional<Piece> find(ParserRuleContext item, Pieces pieces);
  }

  private void lineUp(List<ParserRuleContext> run, Finder finder, int limit) {
    List<Stop> stops = new ArrayList<>();
    for (ParserRuleContext item : run) {
      finder.find(item, pieces).ifPresent(piece -> stops.add(new Stop(pieces.first(item), piece)));
    }
    lineUp(stops, limit);
  }

  private void lineUpLimits(List<ParserRuleContext> run) {
    List<Stop> stops = new ArrayList<>();
    for (ParserRuleContext item : run) {
      Optional<Piece> limits = Stops.limits(item, pieces).filter(piece -> !piece.isFirst);
      limits.ifPresent(piece -> piece.gap = ASIDE);
      limits.ifPresent(piece -> stops.add(new Stop(pieces.first(item), piece)));
    }
    lineUp(stops, NAMES);
  }

  // ---- Decisions, local names, tables

  /** Outcomes of one word read on into their conditions; formulas stand apart from them. */
  private void guards(RiskParser.BodyContext body) {
    if (body.arm().size() > 1 && pieces.of(body.PIPE(0)).isFirst) {
      boolean words = body.arm().stream().allMatch(arm -> isWord(arm.supposed()));
      List<Stop> stops = new ArrayList<>();
      for (RiskParser.ArmContext arm : body.arm()) {
        if (arm.guard() != null) {
          Piece guard = pieces.first(arm.guard());
          guard.gap = words ? 1 : ASIDE;
          stops.add(new Stop(pieces.first(arm), guard));
        }
      }
      lineUp(stops, VALUES);
    }
  }

  private static boolean isWord(ParserRuleContext context) {
    return context.getStart() == context.getStop();
  }

  private void locals(List<RiskParser.LocalContext> locals) {
    List<Stop> stops = new ArrayList<>();
    for (RiskParser.LocalContext local : locals) {
      if (local == locals.getFirst() || pieces.first(local).isFirst) {
        stops.add(new Stop(pieces.first(local), pieces.of(local.EQ())));
      }
    }
    lineUp(stops, NAMES);
  }

  /** The cells of a table: all of a column are as wide as the widest. */
  private void rows(List<RiskParser.RowContext> rows) {
    int columns = rows.stream().mapToInt(row -> row.PIPE().size()).max().orElse(0);
    for (int column = 1; column < columns; column++) {
      List<Stop> stops = new ArrayList<>();
      for (RiskParser.RowContext row : rows) {
        if (column < row.PIPE().size()) {
          stops.add(new Stop(pieces.first(row), pieces.of(row.PIPE(column))));
        }
      }
      lineUp(stops, Integer.MAX_VALUE);
    }
  }

  // ---- Lining up

  private void lineUp(List<Stop> stops, int limit) {
    List<Stop> taking = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (Stop stop : stops) {
      width(stop)
          .ifPresent(
              width -> {
                taking.add(stop);
                widths.add(width);
              });
    }
    int least = widths.stream().mapToInt(Integer::intValue).min().orElse(0);
    int most =
        widths.stream()
            .mapToInt(Integer::intValue)
            .filter(width -> width - least <= limit)
            .max()
            .orElse(0);
    for (int i = 0; i < taking.size(); i++) {
      taking.get(i).piece().padding = Math.max(0, most - widths.get(i));
    }
  }

  /** What stands before a piece in its line, measured; nothing if a line begins in between. */
  private OptionalInt width(Stop stop) {
    int width = 0;
    for (Piece piece : pieces.all().subList(stop.from().index, stop.piece().index)) {
      if (pieces.next(piece).isFirst) {
        return OptionalInt.empty();
      }
      width += piece.width() + (piece == stop.from() ? 0 : piece.gap + piece.padding);
    }
    return OptionalInt.of(width);
  }
}
