package org.loadline.format;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.loadline.parser.RiskParser;

/** What in an item stands under its like in the items above and below. */
final class Stops {
  private Stops() {}

  /** The sign between a name and what it is: of facts, params, inputs, settings. */
  static Optional<Piece> sign(ParserRuleContext item, Pieces pieces) {
    return switch (item) {
      case RiskParser.ItemContext it when it.paramDeclaration() != null ->
          Optional.of(pieces.of(it.paramDeclaration().EQ()));
      case RiskParser.ItemContext it when it.definition() != null ->
          Optional.of(pieces.of(it.definition().EQ()));
      case RiskParser.ItemContext it when it.stateDefinition() != null ->
          Optional.of(pieces.of(it.stateDefinition().EQ()));
      case RiskParser.FactContext it when it.definition() != null ->
          Optional.of(pieces.of(it.definition().EQ()));
      case RiskParser.FactContext it when it.stateDefinition() != null ->
          Optional.of(pieces.of(it.stateDefinition().EQ()));
      case RiskParser.MemberContext it when it.inputMember() != null ->
          Optional.of(pieces.of(it.inputMember().COLON()));
      case RiskParser.SettingContext it -> Optional.of(pieces.of(it.EQ()));
      case RiskParser.CarriedItemContext it -> Optional.of(pieces.of(it.EQ()));
      case RiskParser.SpelledContext it -> Optional.of(pieces.of(it.EQ()));
      case RiskParser.CaseFieldContext it when it.EQ() != null -> Optional.of(pieces.of(it.EQ()));
      default -> Optional.empty();
    };
  }

  /** What follows the reason of a refusal. */
  static Optional<Piece> reason(ParserRuleContext item, Pieces pieces) {
    return switch (item) {
      case RiskParser.RefuseEntryContext it -> Optional.of(pieces.of(it.WHEN()));
      case RiskParser.EntryLineContext it -> reason(it.entry(), pieces);
      default -> Optional.empty();
    };
  }

  /** The brace of a step that begins behind it. */
  static Optional<Piece> brace(ParserRuleContext item, Pieces pieces) {
    return item instanceof RiskParser.StepItemContext it
        ? Optional.of(pieces.of(it.entryBlock().LBRACE()))
            .filter(brace -> !pieces.next(brace).isFirst)
        : Optional.empty();
  }

  /** The first limit of a param or a column. */
  static Optional<Piece> limits(ParserRuleContext item, Pieces pieces) {
    return switch (item) {
      case RiskParser.ItemContext it
          when it.paramDeclaration() != null && it.paramDeclaration().limits() != null ->
          Optional.of(pieces.first(it.paramDeclaration().limits()));
      case RiskParser.ColumnLimitsContext it -> Optional.of(pieces.first(it.limits()));
      case RiskParser.PermittedItemContext it when it.allowance() != null ->
          Optional.of(pieces.first(it.allowance()));
      default -> Optional.empty();
    };
  }
}
