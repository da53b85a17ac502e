package org.loadline.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser;

/**
 * Says what each line stands under.
 *
 * <p>What is in a block is indented by {@link #STEP}. A line that continues stands under the first
 * piece in its bracket; outside of brackets, {@link #STEP} to the right of the innermost thing that
 * it continues: a value, an entry, an item.
 */
final class Indentation {
  static final int STEP = 4;

  private final Pieces pieces;

  /** Where the lines in a block stand, by the piece that begins them, and its closing brace. */
  private final Map<Piece, Place> places = new HashMap<>();

  /** The braces that close a block in a line of their own. */
  private final Set<Piece> closing = new HashSet<>();

  private record Place(@Nullable Piece anchor, int offset) {}

  private Indentation(Pieces pieces) {
    this.pieces = pieces;
  }

  static void apply(Pieces pieces, List<Block> blocks) {
    Indentation indentation = new Indentation(pieces);
    blocks.forEach(indentation::inBlock);
    for (ParserRuleContext context : pieces.contexts()) {
      indentation.inContext(context);
    }
    for (Piece piece : pieces.all()) {
      if (piece.isFirst && !piece.isComment) {
        indentation.stand(piece, indentation.place(piece));
      }
    }
    for (Piece piece : pieces.all().reversed()) {
      if (piece.isFirst && piece.isComment) {
        indentation.comment(piece);
      }
    }
  }

  private void stand(Piece piece, Place place) {
    piece.anchor = place.anchor();
    piece.offset = place.offset();
  }

  // ---- What has its place by what it is

  private void inBlock(Block block) {
    Place inside;
    if (block.shape() == Block.Shape.EXPANDED) {
      Piece owner = owner(block);
      places.put(block.close(), new Place(owner, 0));
      closing.add(block.close());
      inside = new Place(owner, STEP);
    } else {
      inside = new Place(pieces.next(block.open()), 0);
    }
    for (ParserRuleContext item : block.items()) {
      if (pieces.first(item) != inside.anchor()) {
        places.put(pieces.first(item), inside);
      }
    }
  }

  /** What a block belongs to, under whose beginning it closes. */
  private Piece owner(Block block) {
    ParserRuleContext parent = block.context().getParent();
    return switch (block.context()) {
      case RiskParser.CarriedBlockContext it -> pieces.first(parent.getParent());
      case RiskParser.SpellingContext it -> pieces.first(parent);
      case RiskParser.ChoiceDeclarationContext it -> pieces.first(it);
      case RiskParser.SettingBlockContext it when parent instanceof RiskParser.ChangeContext ->
          pieces.lineStart(block.open());
      default -> pieces.first(parent);
    };
  }

  private void inContext(ParserRuleContext context) {
    switch (context) {
      case RiskParser.FileContext it ->
          it.item().forEach(item -> places.put(pieces.first(item), new Place(null, 0)));
      case RiskParser.BodyContext it -> arms(it);
      case RiskParser.GivenRowContext it -> children(it);
      case RiskParser.ReportDeclarationContext it -> listed(it.reportItem());
      case RiskParser.LocalNamesContext it -> listed(it.local());
      case RiskParser.TogetherDeclarationContext it -> listed(it.path());
      case RiskParser.TogetherItemContext it -> listed(it.path());
      default -> {}
    }
  }

  /** Bars stand under the sign before the body, or so that what is behind them stands under it. */
  private void arms(RiskParser.BodyContext body) {
    Piece first = pieces.first(body);
    Place place;
    if (body.getParent() instanceof RiskParser.BracketPrimaryContext bracket) {
      place = new Place(pieces.of(bracket.LPAREN()), 0);
    } else if (first.isFirst || first.index == 0) {
      place = new Place(first, -2);
    } else {
      place = new Place(pieces.previous(first), 0);
    }
    body.PIPE().forEach(bar -> places.put(pieces.of(bar), place));
    for (RiskParser.ArmContext arm : body.arm()) {
      if (arm.guard() != null) {
        places.put(pieces.first(arm.guard()), new Place(pieces.first(arm), STEP));
      }
    }
  }

  private void children(RiskParser.GivenRowContext given) {
    Piece first = pieces.first(given);
    for (RiskParser.ChildrenContext children : given.children()) {
      places.put(pieces.first(children), new Place(first, 0));
      for (RiskParser.RowContext row : children.row()) {
        places.put(pieces.first(row), new Place(first, STEP));
      }
    }
  }

  /** What is listed with commas stands under the first. */
  private void listed(List<? extends ParserRuleContext> items) {
    Piece first = pieces.first(items.getFirst());
    for (ParserRuleContext item : items.subList(1, items.size())) {
      places.put(pieces.first(item), new Place(first, 0));
    }
  }

  // ---- What has its place by what it continues

  private Place place(Piece piece) {
    Place known = places.get(piece);
    if (known != null) {
      return known;
    }
    for (RuleContext at = pieces.owner(piece);
        at instanceof ParserRuleContext context;
        at = at.getParent()) {
      if (!pieces.begins(piece, context)) {
        Piece bracket = bracket(context, piece);
        if (bracket != null) {
          Piece inside = pieces.next(bracket);
          return inside == piece
              ? new Place(pieces.lineStart(bracket), STEP)
              : new Place(inside, 0);
        }
        if (context instanceof RiskParser.ConditionContext) {
          return new Place(pieces.first(context), 0);
        }
        if (holds(context)) {
          return new Place(pieces.first(context), STEP);
        }
      }
    }
    return new Place(null, 0);
  }

  /** The bracket of a rule that is open where a piece stands. */
  private @Nullable Piece bracket(ParserRuleContext context, Piece piece) {
    Piece open = null;
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i).getPayload() instanceof Token token
          && token.getTokenIndex() < piece.token.getTokenIndex()) {
        switch (token.getType()) {
          case RiskParser.LPAREN, RiskParser.LBRACE -> open = pieces.of(token);
          case RiskParser.RPAREN, RiskParser.RBRACE -> open = null;
          default -> {}
        }
      }
    }
    return open;
  }

  /** Whether a line that continues something in a rule stands to the right of its beginning. */
  private static boolean holds(ParserRuleContext context) {
    return switch (context) {
      case RiskParser.ArmContext arm ->
          !(arm.getParent().getParent() instanceof RiskParser.BracketPrimaryContext)
              || ((RiskParser.BodyContext) arm.getParent()).arm().size() > 1;
      case RiskParser.ItemContext it -> true;
      case RiskParser.MemberContext it -> true;
      case RiskParser.FactContext it -> true;
      case RiskParser.ColumnLimitsContext it -> true;
      case RiskParser.EnvelopeItemContext it -> true;
      case RiskParser.WaterfallItemContext it -> true;
      case RiskParser.ActionItemContext it -> true;
      case RiskParser.EntryContext it -> true;
      case RiskParser.StatementContext it -> true;
      case RiskParser.SettingContext it -> true;
      case RiskParser.LocalContext it -> true;
      case RiskParser.CarriedItemContext it -> true;
      case RiskParser.CaseItemContext it -> true;
      case RiskParser.CaseFieldContext it -> true;
      case RiskParser.SpelledContext it -> true;
      default -> false;
    };
  }

  // ---- Comments

  /** A comment stands like what it is above; one that goes on with a comment stands under that. */
  private void comment(Piece comment) {
    Piece before = comment.index > 0 ? pieces.previous(comment) : comment;
    if (before.isComment && continues(comment)) {
      comment.stand(before, 0);
    } else if (pieces.hasNext(comment)) {
      Piece next = pieces.next(comment);
      comment.anchor = next.anchor;
      comment.offset = next.offset + (closing.contains(next) ? STEP : 0);
    }
  }

  /** Whether a comment goes on with one that stands behind something, as its column says. */
  private boolean continues(Piece comment) {
    Piece at = comment;
    while (at.index > 0 && at.isFirst && at.isComment && pieces.previous(at).isComment) {
      if (at.isApart || column(at) != column(pieces.previous(at))) {
        return false;
      }
      at = pieces.previous(at);
    }
    return at != comment && !at.isFirst;
  }

  private static int column(Piece piece) {
    return piece.token.getCharPositionInLine();
  }
}
