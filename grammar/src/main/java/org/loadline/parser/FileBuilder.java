package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.ColumnLimits;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Header;
import org.loadline.syntax.SyntaxFile;

/**
 * Shapes a file and its declarations.
 *
 * <p>What was given up is left out, except that a definition or param whose name could be read
 * stays, with an unreadable body: its name is known to the rest.
 */
final class FileBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;
  private final MemberBuilder members;
  private final FactBuilder facts;
  private final TableBuilder tables;
  private final TestBuilder tests;
  private final CasesBuilder cases;
  private final WaterfallBuilder waterfalls;
  private final EnvelopeBuilder envelopes;

  FileBuilder(Reader reader) {
    this.reader = reader;
    this.expressions = new ExpressionBuilder(reader);
    this.members = new MemberBuilder(reader, expressions);
    this.facts = new FactBuilder(reader, expressions, members);
    this.tables = new TableBuilder(reader, expressions.literals());
    this.tests = new TestBuilder(reader, expressions, tables);
    this.cases = new CasesBuilder(reader, expressions, tests);
    this.waterfalls = new WaterfallBuilder(reader, expressions);
    this.envelopes = new EnvelopeBuilder(reader, expressions, members);
  }

  Reader reader() {
    return reader;
  }

  Expression expression(ExpressionAloneContext context) {
    return context.exception == null
        ? expressions.body(context.body())
        : expressions.unreadable(context);
  }

  SyntaxFile file(FileContext context) {
    Optional<Header> header = Optional.empty();
    List<Declaration> declarations = new ArrayList<>();
    for (ItemContext item : context.item()) {
      boolean first = item == context.item(0);
      if (first && !(startsHeader(item))) {
        noHeader(item);
      }
      if (item.getChildCount() > 0 && item.getChild(0) instanceof HeaderContext it) {
        if (!first) {
          reader.report(SyntaxProblem.LATE_HEADER, item);
        } else if (item.exception == null) {
          header = Optional.of(header(it));
        }
      } else if (item.getChildCount() > 0
          && item.getChild(0) instanceof ParserRuleContext declaration) {
        (item.exception == null ? declaration(declaration) : salvaged(declaration))
            .ifPresent(declarations::add);
      }
    }
    reader.reportLooseDocs();
    return new SyntaxFile(reader.problems().source(), header, declarations);
  }

  /**
   * Whether a file may begin so: an envelope says itself what it is of. A header that could not be
   * read has been reported as such.
   */
  private static boolean startsHeader(ItemContext item) {
    int type = item.getStart().getType();
    return type == RiskParser.POLICY || type == RiskParser.LIBRARY || type == RiskParser.ENVELOPE;
  }

  private void noHeader(ItemContext item) {
    Span start = reader.problems().span(item.getStart());
    reader.problems().report(SyntaxProblem.NO_HEADER, start);
  }

  private Header header(HeaderContext context) {
    boolean policy = context.kind.getType() == RiskParser.POLICY;
    return new Header(
        policy ? Header.Kind.POLICY : Header.Kind.LIBRARY,
        reader.path(context.own),
        context.base == null ? List.of() : reader.path(context.base),
        reader.doc(context),
        reader.span(context));
  }

  private Optional<Declaration> declaration(ParserRuleContext context) {
    Span span = reader.span(context);
    return Optional.ofNullable(
        switch (context) {
          case ImportDeclarationContext it -> new Declaration.Import(reader.path(it.path()), span);
          case UnitDeclarationContext it ->
              new Declaration.Unit(
                  reader.name(it.unit), reader.optionalName(it.owner), reader.doc(it), span);
          case ParamDeclarationContext it -> param(it, span);
          case ChoiceDeclarationContext it ->
              new Declaration.Choice(
                  reader.name(it.choice), reader.names(it.members), reader.doc(it), span);
          case EntityDeclarationContext it ->
              new Declaration.Entity(
                  reader.name(it.entity), members.members(it.memberBlock()), reader.doc(it), span);
          case SystemDeclarationContext it ->
              new Declaration.SystemInputs(members.members(it.memberBlock()), span);
          case GroupDeclarationContext it -> group(it, span);
          case TableDeclarationContext it -> tables.table(it);
          case GridDeclarationContext it -> tables.grid(it);
          case SnapshotTableContext it -> tables.fromSnapshot(it);
          case ColumnsDeclarationContext it ->
              new Declaration.Columns(reader.name(it.table), columns(it.columnBlock()), span);
          case TogetherDeclarationContext it ->
              new Declaration.Together(envelopes.paths(it.members), span);
          case EnvelopeDeclarationContext it -> envelopes.envelope(it);
          case ForEachDeclarationContext it ->
              new Declaration.ForEach(
                  reader.name(it.entity),
                  it.order() == null ? List.of() : expressions.collections().order(it.order()),
                  facts.definitions(it.factBlock()),
                  facts.assumptions(it.factBlock()),
                  span);
          case FunctionDeclarationContext it -> facts.function(it, span);
          case ReportDeclarationContext it ->
              new Declaration.Report(
                  it.reportItem().stream()
                      .map(
                          item ->
                              new Declaration.Report.Item(
                                  expressions.reported(item.reported()),
                                  reader.optionalName(item.role)))
                      .toList(),
                  span);
          case PropertyDeclarationContext it ->
              new Declaration.Property(
                  expressions.literals().string(it.title),
                  reader.optionalName(it.entity),
                  expressions.condition(it.condition()),
                  reader.doc(it),
                  span);
          case TestDeclarationContext it -> tests.test(it);
          case CasesDeclarationContext it -> cases.cases(it);
          case ParametersDeclarationContext it -> cases.parameters(it);
          case ExamplesDeclarationContext it -> {
            TableBuilder.Rows rows = tables.rows(it.rowBlock());
            yield new Declaration.Examples(
                reader.name(it.subject), rows.header(), rows.rows(), span);
          }
          case RowReplacementContext it -> {
            TableBuilder.Rows rows = tables.rows(it.rowBlock());
            yield new Declaration.Rows(reader.name(it.table), rows.header(), rows.rows(), span);
          }
          case WaterfallDeclarationContext it -> waterfalls.waterfall(it);
          case ActionDeclarationContext it -> waterfalls.action(it);
          case AssumptionContext it -> new Declaration.SystemAssumption(members.assumption(it));
          case StateDefinitionContext it -> new Declaration.SystemFact(facts.state(it));
          case DefinitionContext it -> new Declaration.SystemFact(facts.definition(it));
          default -> null;
        });
  }

  private Optional<Declaration> salvaged(ParserRuleContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case DefinitionContext it when Reader.isReadable(it.fact_) ->
          Optional.of(new Declaration.SystemFact(facts.salvaged(it)));
      case ParamDeclarationContext it when Reader.isReadable(it.param) ->
          Optional.of(
              new Declaration.Param(
                  reader.name(it.param),
                  Optional.empty(),
                  new Expression.Unreadable(span),
                  List.of(),
                  it.REPLACE() != null,
                  reader.doc(it),
                  span));
      default -> Optional.empty();
    };
  }

  private Declaration group(GroupDeclarationContext context, Span span) {
    return new Declaration.Group(
        reader.name(context.group),
        reader.optionalName(context.owner),
        reader.name(context.rows),
        expressions.optionalCondition(context.condition()),
        context.path().stream().map(reader::path).toList(),
        Optional.ofNullable(context.listedAs()).map(it -> reader.name(it.plural)),
        reader.doc(context),
        span);
  }

  private Declaration param(ParamDeclarationContext context, Span span) {
    return new Declaration.Param(
        reader.name(context.param),
        reader.optionalType(context.type()),
        expressions.value("param " + context.param.getText(), context.expression()),
        members.limits(context.limits()),
        context.REPLACE() != null,
        reader.doc(context),
        span);
  }

  private List<ColumnLimits> columns(ColumnBlockContext context) {
    List<ColumnLimits> columns = new ArrayList<>();
    for (ColumnLimitsContext column : context.columnLimits()) {
      if (column.exception == null) {
        columns.add(
            new ColumnLimits(
                reader.name(column.column), members.limits(column.limits()), reader.span(column)));
      }
    }
    return columns;
  }
}
