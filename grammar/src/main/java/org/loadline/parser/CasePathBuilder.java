package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.CasePath;
import org.loadline.syntax.Name;

/** Shapes paths into documents of cases. */
final class CasePathBuilder {
  private final Reader reader;
  private final LiteralReader literals;

  CasePathBuilder(Reader reader, LiteralReader literals) {
    this.reader = reader;
    this.literals = literals;
  }

  /** A path into what a case gives. */
  CasePath of(SourcePathContext context) {
    List<CasePath.Step> steps = new ArrayList<>();
    for (SourceStepContext step : context.sourceStep()) {
      List<CasePath.Index> indices = new ArrayList<>();
      for (SourceIndexContext index : step.sourceIndex()) {
        indices.add(
            index.LBRACE() != null
                ? new CasePath.Index.Entry()
                : new CasePath.Index.Element(place(index.NUMBER())));
      }
      steps.add(step(step.name(), step.STRING(), indices));
    }
    return new CasePath(steps, reader.span(context));
  }

  /** A path into what it expects, which may name facts. */
  CasePath of(CasePathContext context) {
    List<CasePath.Step> steps = new ArrayList<>();
    for (CaseStepContext step : context.caseStep()) {
      steps.add(
          step(step.name(), step.STRING(), step.caseIndex().stream().map(this::index).toList()));
    }
    return new CasePath(steps, reader.span(context));
  }

  private CasePath.Index index(CaseIndexContext context) {
    if (context.key_ != null) {
      return new CasePath.Index.Keyed(reader.name(context.key_));
    } else if (context.label != null) {
      return new CasePath.Index.Matched(reader.name(context.label), reader.name(context.fact_));
    } else if (context.place_ != null) {
      return new CasePath.Index.Placed(reader.name(context.place_));
    } else {
      return new CasePath.Index.Element(place(context.NUMBER()));
    }
  }

  private CasePath.Step step(
      @Nullable NameContext name, @Nullable TerminalNode quoted, List<CasePath.Index> indices) {
    if (quoted != null) {
      String text = literals.string(quoted.getSymbol());
      Span span = reader.problems().span(quoted.getSymbol());
      return new CasePath.Step(new Name(text, span), true, indices);
    }
    return new CasePath.Step(reader.name(Objects.requireNonNull(name)), false, indices);
  }

  private OptionalInt place(@Nullable TerminalNode number) {
    if (number == null) {
      return OptionalInt.empty();
    }
    String text = number.getText().replace("_", "");
    boolean counts = text.length() < 9 && text.indexOf('.') < 0 && !text.matches("0+");
    if (!counts) {
      reader
          .problems()
          .report(SyntaxProblem.NOT_A_PLACE, reader.problems().span(number.getSymbol()));
    }
    return OptionalInt.of(counts ? Integer.parseInt(text) : 1);
  }
}
