package org.loadline.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.OrderKey;
import org.loadline.syntax.WaterfallEntry;
import org.loadline.syntax.WaterfallItem;

/** Shapes waterfalls and actions. */
final class WaterfallBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;
  private final ClauseBuilder clauses;

  WaterfallBuilder(Reader reader, ExpressionBuilder expressions) {
    this.reader = reader;
    this.expressions = expressions;
    this.clauses = new ClauseBuilder(reader, expressions, this);
  }

  Declaration waterfall(WaterfallDeclarationContext context) {
    List<WaterfallItem> items = new ArrayList<>();
    Set<Class<?>> single = new HashSet<>();
    for (WaterfallItemContext item : context.waterfallBlock().waterfallItem()) {
      if (item.exception == null) {
        WaterfallItem made = item(item);
        boolean many =
            made instanceof WaterfallItem.StepOf
                || made instanceof WaterfallItem.Carry
                || made instanceof WaterfallItem.Fix
                || made instanceof WaterfallItem.Live;
        if (many || single.add(made.getClass())) {
          items.add(made);
        } else {
          reader
              .problems()
              .report(
                  reader
                      .at(SyntaxProblem.SAID_TWICE, item)
                      .with("word", item.getStart().getText()));
        }
      }
    }
    return new Declaration.Waterfall(
        reader.name(context.waterfall),
        reader.name(context.entity),
        expressions.optionalCondition(context.condition()),
        items,
        reader.doc(context),
        reader.span(context));
  }

  Declaration action(ActionDeclarationContext context) {
    List<List<Name>> fixed = new ArrayList<>();
    List<List<Name>> live = new ArrayList<>();
    List<WaterfallEntry> entries = new ArrayList<>();
    for (ActionItemContext item : context.actionBlock().actionItem()) {
      if (item.exception == null) {
        switch (item) {
          case FixLineContext it -> it.path().stream().map(reader::path).forEach(fixed::add);
          case LiveLineContext it -> it.path().stream().map(reader::path).forEach(live::add);
          case EntryLineContext it when it.entry().exception == null ->
              entries.add(entry(it.entry()));
          default -> {}
        }
      }
    }
    return new Declaration.Action(
        reader.name(context.action),
        context.parameter().stream().map(reader::parameter).toList(),
        fixed,
        live,
        entries,
        reader.doc(context),
        reader.span(context));
  }

  private WaterfallItem item(WaterfallItemContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case CoversItemContext it -> new WaterfallItem.Covers(reader.name(it.name()), span);
      case ServeItemContext it ->
          new WaterfallItem.Serve(order(it.order()), it.AGAIN() != null, span);
      case FixItemContext it ->
          new WaterfallItem.Fix(it.path().stream().map(reader::path).toList(), span);
      case LiveItemContext it ->
          new WaterfallItem.Live(it.path().stream().map(reader::path).toList(), span);
      case CarryItemContext it ->
          new WaterfallItem.Carry(
              reader.name(it.name()),
              reader.type(it.type()),
              Optional.ofNullable(it.step()).map(expressions::step),
              expressions.sum(it.sum()),
              reader.doc(it),
              span);
      case StopItemContext it ->
          new WaterfallItem.Stop(expressions.condition(it.condition()), span);
      case StepItemContext it ->
          new WaterfallItem.StepOf(
              reader.name(it.name()),
              expressions.optionalCondition(it.condition()),
              entries(it.entryBlock()),
              reader.doc(it),
              span);
      case RemainderItemContext it ->
          new WaterfallItem.Remainder(reader.name(it.name()), reader.doc(it), span);
      default -> throw new IllegalStateException("an item of an unknown form");
    };
  }

  // ---- Entries

  private List<WaterfallEntry> entries(EntryBlockContext context) {
    List<WaterfallEntry> entries = new ArrayList<>();
    for (EntryContext entry : context.entry()) {
      if (entry.exception == null) {
        entries.add(entry(entry));
      }
    }
    return entries;
  }

  private WaterfallEntry entry(EntryContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case EachEntryContext it -> each(it, span);
      case MoveEntryContext it ->
          new WaterfallEntry.Move(
              expressions.sum(it.amount),
              place(it.from),
              place(it.to),
              clauses.ofAmount(it.clause()),
              span);
      case CancelEntryContext it ->
          new WaterfallEntry.Cancel(
              expressions.sum(it.amount),
              place(it.holding),
              place(it.obligation),
              clauses.ofAmount(it.clause()),
              span);
      case RaiseEntryContext it ->
          new WaterfallEntry.Raise(
              place(it.one),
              place(it.other),
              expressions.sum(it.amount),
              clauses.ofAmount(it.clause()),
              span);
      case CreateEntryContext it ->
          new WaterfallEntry.Create(
              reader.name(it.name()), expressions.suppositions().settings(it.settingBlock()), span);
      case SetEntryContext it ->
          new WaterfallEntry.Set(place(it.place()), expressions.expression(it.expression()), span);
      case RefuseEntryContext it ->
          new WaterfallEntry.Refuse(
              expressions.sum(it.reason), expressions.condition(it.condition()), span);
      case ShareEntryContext it ->
          new WaterfallEntry.Share(
              expressions.sum(it.amount),
              end(it.from),
              end(it.to),
              expressions.sum(it.weight),
              clauses.ofShare(it),
              span);
      case CallEntryContext it ->
          new WaterfallEntry.Call(
              reader.name(it.name()), expressions.arguments(it.arguments()), span);
      default -> throw new IllegalStateException("an entry of an unknown form");
    };
  }

  private WaterfallEntry each(EachEntryContext context, Span span) {
    boolean one = context.entry() != null;
    List<WaterfallEntry> entries =
        !one
            ? entries(context.entryBlock())
            : context.entry().exception == null ? List.of(entry(context.entry())) : List.of();
    return new WaterfallEntry.ForEach(
        reader.name(context.name()),
        Optional.ofNullable(context.collection).map(expressions::sum),
        expressions.optionalCondition(context.filter),
        order(context.order()),
        expressions.optionalCondition(context.going),
        entries,
        span);
  }

  private Expression place(PlaceContext context) {
    return expressions.place(context);
  }

  private WaterfallEntry.End end(EndContext context) {
    return new WaterfallEntry.End(
        place(context.place()),
        expressions.optionalCondition(context.condition()),
        reader.span(context));
  }

  List<OrderKey> order(@Nullable OrderContext context) {
    return context == null ? List.of() : expressions.collections().order(context);
  }
}
