package org.loadline.parser;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.CasePath;
import org.loadline.syntax.Decimal;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/** Shapes {@code cases} and {@code parameters}: how documents bind to a policy. */
final class CasesBuilder {
  private static final int MOST_PLACES = 512;

  private final Reader reader;
  private final ExpressionBuilder expressions;
  private final TestBuilder tests;
  private final CasePathBuilder paths;

  CasesBuilder(Reader reader, ExpressionBuilder expressions, TestBuilder tests) {
    this.reader = reader;
    this.expressions = expressions;
    this.tests = tests;
    this.paths = new CasePathBuilder(reader, expressions.literals());
  }

  Declaration cases(CasesDeclarationContext context) {
    LiteralReader literals = expressions.literals();
    return new Declaration.Cases(
        literals.string(context.file_),
        context.rules.stream().map(literals::string).toList(),
        tests(context.caseFilter()),
        items(context.caseBlock()),
        reader.span(context));
  }

  Declaration parameters(ParametersDeclarationContext context) {
    return new Declaration.Cases(
        expressions.literals().string(context.title),
        List.of(),
        tests(context.caseFilter()),
        items(context.caseBlock()),
        reader.span(context));
  }

  private List<CaseItem> items(CaseBlockContext context) {
    List<CaseItem> items = new ArrayList<>();
    for (CaseItemContext item : context.caseItem()) {
      if (item.exception == null) {
        items.add(item(item));
      }
    }
    return items;
  }

  private CaseItem item(CaseItemContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case ScalesItemContext it ->
          new CaseItem.Scales(it.suffixScale().stream().map(this::suffix).toList(), span);
      case MaximumItemContext it ->
          new CaseItem.Maximum(reader.name(it.subject), reader.name(it.value), span);
      case GivenItemContext it ->
          new CaseItem.Given(
              reader.name(it.subject),
              Optional.ofNullable(it.rowKey()).map(tests::key),
              Optional.ofNullable(it.sourcePath()).map(paths::of),
              tests(it.caseFilter()),
              shown(it.caseShown()),
              fields(it.caseFieldBlock()),
              span);
      case RunItemContext it -> new CaseItem.Run(reader.name(it.waterfall), span);
      case ExpectItemContext it ->
          new CaseItem.Expected(
              expressions.reported(it.reported()),
              paths.of(it.casePath()),
              scale(it.caseScale()),
              spelled(it.spelling()),
              Optional.ofNullable(it.expectShown()).map(this::shown),
              span);
      case ShownItemContext it ->
          new CaseItem.Form(
              reader.name(it.form), it.casePiece().stream().map(this::piece).toList(), span);
      case IgnoreItemContext it ->
          new CaseItem.Ignored(it.sourcePath().stream().map(paths::of).toList(), span);
      default -> throw new IllegalStateException("a new kind of line in `cases`");
    };
  }

  private CaseItem.Suffix suffix(SuffixScaleContext context) {
    return new CaseItem.Suffix(
        reader.name(context.suffix),
        number(context.NUMBER()),
        Optional.ofNullable(context.unitName()).map(this::unit),
        reader.span(context));
  }

  private Name unit(UnitNameContext context) {
    return new Name(context.getText(), reader.span(context));
  }

  private static Decimal number(TerminalNode digits) {
    return Decimal.of(digits.getText());
  }

  private List<CaseItem.Field> fields(@Nullable CaseFieldBlockContext context) {
    List<CaseItem.Field> fields = new ArrayList<>();
    if (context != null) {
      for (CaseFieldContext field : context.caseField()) {
        if (field.exception == null) {
          fields.add(field(field));
        }
      }
    }
    return fields;
  }

  private CaseItem.Field field(CaseFieldContext context) {
    boolean always = context.EQ() != null;
    String name = context.field.getText();
    Name field = reader.name(context.field);
    return new CaseItem.Field(
        context.when == null ? field : new Name("was " + field.text(), field.span()),
        reader.names(context.family),
        always ? Optional.of(expressions.value(name, context.expression())) : Optional.empty(),
        Optional.ofNullable(context.sourcePath()).map(paths::of),
        scale(context.caseScale()),
        spelled(context.spelling()),
        Optional.ofNullable(context.otherwise).map(it -> expressions.value(name, it)),
        shown(context.caseShown()),
        reader.span(context));
  }

  // ---- How values are shown

  private Optional<Name> shown(@Nullable CaseShownContext context) {
    return Optional.ofNullable(context).map(it -> reader.name(it.form));
  }

  private CaseItem.Shown shown(ExpectShownContext context) {
    return new CaseItem.Shown(context.BY() != null, reader.name(context.form));
  }

  private CaseItem.Piece piece(CasePieceContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case WordsPieceContext it ->
          new CaseItem.Piece.Words(expressions.literals().string(it.STRING().getSymbol()), span);
      case BitsPieceContext it -> {
        only("bit", it.bit, SyntaxProblem.ONLY_BIT);
        yield new CaseItem.Piece.Bits(
            reader.name(it.entity), reader.name(it.label), reader.name(it.at_), span);
      }
      case ValuePieceContext it -> {
        if (it.cut != null) {
          only("cut", it.cut, SyntaxProblem.ONLY_CUT);
        }
        yield new CaseItem.Piece.Value(
            reader.name(it.look),
            Optional.ofNullable(it.part).map(reader::name),
            places(it.scale),
            Optional.ofNullable(it.less).map(less -> Decimal.of(less.getText())),
            places(it.places),
            span);
      }
      default -> throw new IllegalStateException("a new kind of piece");
    };
  }

  private void only(String word, NameContext written, SyntaxProblem problem) {
    if (!written.getText().equals(word)) {
      reader
          .problems()
          .report(Diagnostic.of(problem, reader.span(written)).with("word", written.getText()));
    }
  }

  private OptionalInt places(@Nullable Token written) {
    if (written == null) {
      return OptionalInt.empty();
    }
    BigDecimal number = Decimal.of(written.getText()).number();
    boolean few = number.compareTo(BigDecimal.valueOf(MOST_PLACES)) <= 0;
    if (!few || number.stripTrailingZeros().scale() > 0) {
      reader
          .problems()
          .report(
              Diagnostic.of(SyntaxProblem.TOO_MANY_SHOWN, reader.problems().span(written))
                  .with("most", String.valueOf(MOST_PLACES)));
      return OptionalInt.of(0);
    }
    return OptionalInt.of(number.intValueExact());
  }

  private Optional<CaseItem.Scale> scale(@Nullable CaseScaleContext context) {
    if (context == null) {
      return Optional.empty();
    }
    Span span = reader.span(context);
    if (context.unitName() != null) {
      return Optional.of(new CaseItem.Scale.In(unit(context.unitName()), span));
    } else if (context.NUMBER() != null) {
      Decimal places = number(context.NUMBER());
      return Optional.of(
          new CaseItem.Scale.Places(context.MINUS() == null ? places : places.negate(), span));
    } else {
      return Optional.of(
          new CaseItem.Scale.PlacesAt(
              paths.of(context.sourcePath()), context.MINUS() != null, span));
    }
  }

  private List<CaseItem.Spelling> spelled(@Nullable SpellingContext context) {
    List<CaseItem.Spelling> spelled = new ArrayList<>();
    if (context != null) {
      for (SpelledContext line : context.spelled()) {
        if (line.exception == null) {
          Expression value = expressions.value(line.getStart().getText(), line.expression());
          spelled.add(new CaseItem.Spelling(text(line), value, reader.span(line)));
        }
      }
    }
    return spelled;
  }

  private List<CaseItem.Test> tests(@Nullable CaseFilterContext context) {
    return context == null ? List.of() : context.caseTest().stream().map(this::test).toList();
  }

  private CaseItem.Test test(CaseTestContext context) {
    Span span = reader.span(context);
    CasePath path = paths.of(context.sourcePath());
    if (context.state_ != null) {
      boolean absent = context.state_.getText().equals("absent");
      if (!absent && !context.state_.getText().equals("present")) {
        reader
            .problems()
            .report(
                Diagnostic.of(SyntaxProblem.PRESENT_OR_ABSENT, reader.span(context.state_))
                    .with("word", context.state_.getText()));
      }
      CaseItem.Test.Sort sort = absent ? CaseItem.Test.Sort.ABSENT : CaseItem.Test.Sort.PRESENT;
      return new CaseItem.Test(path, sort, "", span);
    }
    boolean equal = context.sign.getType() == RiskParser.EQ;
    CaseItem.Test.Sort sort = equal ? CaseItem.Test.Sort.EQUALS : CaseItem.Test.Sort.DIFFERS;
    return new CaseItem.Test(path, sort, text(context), span);
  }

  /** The first literal of a context, as a document writes it. */
  private String text(ParserRuleContext context) {
    boolean negative = false;
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof TerminalNode node) {
        Token token = node.getSymbol();
        switch (token.getType()) {
          case RiskParser.STRING -> {
            return expressions.literals().string(token);
          }
          case RiskParser.MINUS -> negative = true;
          case RiskParser.NUMBER -> {
            return (negative ? "-" : "") + token.getText().replace("_", "");
          }
          case RiskParser.TRUE, RiskParser.FALSE -> {
            return token.getText();
          }
          default -> {}
        }
      }
    }
    return "";
  }
}
