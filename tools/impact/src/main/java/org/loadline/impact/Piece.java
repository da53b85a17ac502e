package org.loadline.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.Module;
import org.loadline.bound.Modules;
import org.loadline.source.Span;
import org.loadline.syntax.Assumption;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Doc;
import org.loadline.syntax.Limit;
import org.loadline.syntax.Name;

/**
 * The smallest part of a policy that can be exchanged as a whole: a declaration, or one fact of a
 * block.
 *
 * <p>{@code key} says what it is in any version of the policy, as in {@code param fee}. The line of
 * a waterfall is a fact here; what else decides no value (tests, reports, steps) is left out.
 *
 * @param whole where all of it stands
 */
record Piece(String key, String module, Declaration declaration, Span whole) {

  /** All of them, in the order of the text, the policy's first. */
  static Map<String, Piece> of(Modules modules) {
    Map<String, Piece> pieces = new LinkedHashMap<>();
    for (Module module : modules.all()) {
      for (Declaration declaration : module.file().declarations()) {
        add(declaration, module == modules.root() ? "" : module.name(), pieces);
      }
    }
    return pieces;
  }

  private static void add(Declaration declaration, String module, Map<String, Piece> pieces) {
    switch (declaration) {
      case Declaration.Unit d -> put("unit " + d.name().text(), module, d, d.span(), pieces);
      case Declaration.Param d ->
          put("param " + d.name().text(), module, bounded(d), d.span(), pieces);
      case Declaration.Choice d -> put("choice " + d.name().text(), module, d, d.span(), pieces);
      case Declaration.Entity d -> put("entity " + d.name().text(), module, d, d.span(), pieces);
      case Declaration.SystemInputs d -> put("system", module, d, d.span(), pieces);
      case Declaration.Table d -> put("table " + d.name().text(), module, d, d.span(), pieces);
      case Declaration.Group d -> put("group " + d.name().text(), module, d, d.span(), pieces);
      case Declaration.Function d ->
          put("function " + d.name().text(), module, d, d.span(), pieces);
      case Declaration.SystemFact d ->
          put("fact " + d.definition().name().text(), module, d, d.span(), pieces);
      case Declaration.SystemAssumption d ->
          put("assume " + d.span().text(), module, d, d.span(), pieces);
      case Declaration.ForEach block -> add(block, module, pieces);
      case Declaration.Waterfall d -> d.when().ifPresent(when -> addLine(d, module, pieces));
      case Declaration.Import _,
          Declaration.Rows _,
          Declaration.Columns _,
          Declaration.Together _,
          Declaration.Report _,
          Declaration.Property _,
          Declaration.Action _,
          Declaration.Test _,
          Declaration.Examples _,
          Declaration.Cases _,
          Declaration.Envelope _ -> {}
    }
  }

  private static void add(Declaration.ForEach block, String module, Map<String, Piece> pieces) {
    String entity = block.entity().text();
    for (Definition fact : block.facts()) {
      put(
          "fact " + entity + "." + fact.name().text(),
          module,
          new Declaration.ForEach(
              block.entity(), block.order(), List.of(fact), List.of(), block.span()),
          fact.span(),
          pieces);
    }
    for (Assumption assumption : block.assumptions()) {
      put(
          "assume " + entity + " " + assumption.span().text(),
          module,
          new Declaration.ForEach(
              block.entity(), block.order(), List.of(), List.of(assumption), block.span()),
          assumption.span(),
          pieces);
    }
  }

  /** The line of a waterfall, as a fact that the rows it serves have. */
  private static void addLine(
      Declaration.Waterfall waterfall, String module, Map<String, Piece> pieces) {
    Name name = new Name(Lines.name(waterfall.name().text()), waterfall.name().span());
    Definition line =
        new Definition(
            name,
            List.of(),
            Optional.empty(),
            waterfall.when().orElseThrow(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false,
            Doc.NONE,
            waterfall.span());
    put(
        "line " + waterfall.name().text(),
        module,
        new Declaration.ForEach(
            waterfall.entity(), List.of(), List.of(line), List.of(), waterfall.span()),
        waterfall.when().orElseThrow().span(),
        pieces);
  }

  /** What else limits a param decides about changes of it, not about values. */
  private static Declaration.Param bounded(Declaration.Param param) {
    return new Declaration.Param(
        param.name(),
        param.type(),
        param.value(),
        param.limits().stream().filter(Limit.Within.class::isInstance).toList(),
        param.replaces(),
        param.doc(),
        param.span());
  }

  private static void put(
      String key, String module, Declaration declaration, Span whole, Map<String, Piece> pieces) {
    pieces.putIfAbsent(key, new Piece(key, module, declaration, whole));
  }

  boolean holds(Span span) {
    return whole.source() == span.source()
        && whole.start() <= span.start()
        && span.end() <= whole.end();
  }

  /** Whether it says the same, letter by letter. */
  boolean isLike(Piece other) {
    return whole.text().equals(other.whole.text());
  }
}
