package org.loadline.diff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.core.Influence;
import org.loadline.core.Influence.Step;
import org.loadline.core.Influence.Way;
import org.loadline.core.Output;

/** Says of a direction why it is so, in one sentence and the words of the policy. */
final class DirectionWords {
  /** What is said of a step when it depends on a sign. */
  private static final String SIGN = "which is never";

  private DirectionWords() {}

  static Effect effect(
      Output output, ProvedDirections.Verdict.Moves moves, Influence influence, Change change) {
    Way way = moves.falls() ? influence.way().reversed() : influence.way();
    return new Effect(
        output, direction(output, way), reason(output, moves, influence, way, change));
  }

  private static Direction direction(Output output, Way way) {
    boolean more =
        output.role().orElseThrow() == Output.Role.REQUIREMENT
            ? way == Way.RISES
            : way == Way.FALLS;
    return switch (way) {
      case NONE -> Direction.NEUTRAL;
      case UNKNOWN -> Direction.UNKNOWN;
      case RISES, FALLS -> more ? Direction.TIGHTENS : Direction.LOOSENS;
    };
  }

  private static String reason(
      Output output,
      ProvedDirections.Verdict.Moves moves,
      Influence influence,
      Way way,
      Change change) {
    String name = "`" + output.name() + "`";
    String cause = "`" + moves.name() + "`";
    boolean itself = output.name().equals(moves.name());
    return switch (way) {
      case NONE -> "it makes no difference to " + name;
      case UNKNOWN -> unknown(cause, influence);
      case RISES, FALLS -> {
        String verb = way == Way.RISES ? " rises" : " falls";
        String with = itself || !isNumber(change) ? "" : with(moves, influence, cause);
        yield name + verb + with + because(moves, influence, itself);
      }
    };
  }

  /** Whether what changed has a value that rises or falls itself. */
  private static boolean isNumber(Change change) {
    return switch (change.edit()) {
      case Edit.RowAdded _, Edit.RowRemoved _, Edit.RowMoved _ -> false;
      case Edit.Cell e -> e.move().isPresent();
      default -> true;
    };
  }

  private static String with(
      ProvedDirections.Verdict.Moves moves, Influence influence, String cause) {
    return influence.way() == Way.RISES
        ? " with " + cause
        : " as " + cause + (moves.falls() ? " falls" : " rises");
  }

  private static String because(
      ProvedDirections.Verdict.Moves moves, Influence influence, boolean itself) {
    List<String> steps =
        Stream.concat(
                moves.why().stream(),
                itself ? Stream.empty() : steps(influence.steps()).stream().map(Step::words))
            .distinct()
            .limit(2)
            .toList();
    return steps.isEmpty() ? "" : ": " + String.join(", and ", steps);
  }

  /** First those that depend on a sign. */
  private static List<Step> steps(List<Step> all) {
    List<Step> signs = all.stream().filter(s -> s.words().contains(SIGN)).toList();
    return signs.isEmpty() ? all : signs;
  }

  private static String unknown(String cause, Influence influence) {
    Optional<Influence.Obstacle> obstacle = influence.obstacle();
    return obstacle
        .map(
            o ->
                "it is not known which way "
                    + o.text()
                    + o.fact().map(f -> " in `" + f.name() + "`").orElse("")
                    + " goes with "
                    + cause
                    + " (line "
                    + o.formula().span().line()
                    + ")")
        .orElse("it is not known which way " + cause + " goes itself");
  }
}
