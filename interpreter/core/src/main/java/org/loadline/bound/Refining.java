package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.HeaderCell;
import org.loadline.syntax.Name;
import org.loadline.syntax.SyntaxFile;
import org.loadline.syntax.TableBody;
import org.loadline.syntax.TableRow;

/**
 * Puts a policy and the one that it refines into one file, as if it had been written so.
 *
 * <p>Params, tables, rows of tables and facts of the one stand in the place of the other's where it
 * says {@code replace}; anything else is added. What a policy tests and exemplifies is its own
 * affair and does not come along; what it reports and asserts does.
 */
final class Refining {
  private final String base;
  private final DiagnosticSink sink;
  private final List<Declaration> declarations;
  private final List<Replacement> replaced = new ArrayList<>();

  private Refining(String base, List<Declaration> declarations, DiagnosticSink sink) {
    this.base = base;
    this.declarations = new ArrayList<>(declarations);
    this.sink = sink;
  }

  /** One file of two, and what was replaced in it. */
  record Refined(SyntaxFile file, List<Replacement> replaced) {}

  static Refined refined(String name, SyntaxFile base, SyntaxFile by, DiagnosticSink sink) {
    List<Declaration> kept =
        base.declarations().stream()
            .filter(d -> !(d instanceof Declaration.Test || d instanceof Declaration.Examples))
            .toList();
    Refining refining = new Refining(name, kept, sink);
    by.declarations().forEach(refining::add);
    return new Refined(
        new SyntaxFile(by.source(), by.header(), refining.declarations), refining.replaced);
  }

  /** Says of every {@code replace} that there is nothing to replace. */
  static void refuse(String name, SyntaxFile file, DiagnosticSink sink) {
    for (Declaration declaration : file.declarations()) {
      places(declaration)
          .forEach(
              span ->
                  new Saying(sink, RefinementProblem.REFINES_NOTHING, span)
                      .with("name", name.isEmpty() ? "this" : name)
                      .send());
    }
  }

  private static List<Span> places(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Param param when param.replaces() -> List.of(param.name().span());
      case Declaration.Table table when table.replaces() -> List.of(table.name().span());
      case Declaration.Rows rows -> List.of(rows.table().span());
      case Declaration.SystemFact fact when fact.definition().replaces() ->
          List.of(fact.definition().name().span());
      case Declaration.ForEach block -> replacing(block.facts());
      case Declaration.Function function -> replacing(function.facts());
      default -> List.of();
    };
  }

  private static List<Span> replacing(List<Definition> facts) {
    return facts.stream().filter(Definition::replaces).map(f -> f.name().span()).toList();
  }

  private void add(Declaration declaration) {
    switch (declaration) {
      case Declaration.Param param -> param(param);
      case Declaration.Table table -> table(table);
      case Declaration.Rows rows -> rows(rows);
      case Declaration.SystemFact fact -> fact(fact);
      case Declaration.ForEach block -> facts(block);
      default -> declarations.add(declaration);
    }
  }

  private void param(Declaration.Param param) {
    Optional<Declaration.Param> before = find(Declaration.Param.class, d -> d.name(), param.name());
    if (fits("param", param.name(), param.replaces(), before.map(Declaration.Param::name))
        && before.isPresent()) {
      Declaration.Param old = before.get();
      put(
          "param " + param.name(),
          old,
          new Declaration.Param(
              param.name(),
              param.type().or(old::type),
              param.value(),
              param.limits().isEmpty() ? old.limits() : param.limits(),
              true,
              param.doc().text().isEmpty() ? old.doc() : param.doc(),
              param.span()),
          param.name().span(),
          old.name().span());
    } else if (before.isEmpty() && !param.replaces()) {
      declarations.add(param);
    }
  }

  private void table(Declaration.Table table) {
    Optional<Declaration.Table> before = find(Declaration.Table.class, d -> d.name(), table.name());
    if (fits("table", table.name(), table.replaces(), before.map(Declaration.Table::name))
        && before.isPresent()) {
      Span of = before.get().name().span();
      put("table " + table.name(), before.get(), table, table.name().span(), of);
    } else if (before.isEmpty() && !table.replaces()) {
      declarations.add(table);
    }
  }

  private void fact(Declaration.SystemFact fact) {
    Definition definition = fact.definition();
    Optional<Declaration.SystemFact> before =
        find(Declaration.SystemFact.class, d -> d.definition().name(), definition.name());
    Optional<Name> name = before.map(b -> b.definition().name());
    if (fits("fact", definition.name(), definition.replaces(), name) && before.isPresent()) {
      Declaration.SystemFact as =
          new Declaration.SystemFact(typed(definition, before.get().definition()));
      put(
          definition.name().text(),
          before.get(),
          as,
          definition.name().span(),
          before.get().definition().name().span());
    } else if (before.isEmpty() && !definition.replaces()) {
      declarations.add(fact);
    }
  }

  /** What replaces a fact has its declared type, unless it says one itself. */
  private static Definition typed(Definition by, Definition before) {
    return new Definition(
        by.name(),
        by.parameters(),
        by.type().or(before::type),
        by.body(),
        by.needs(),
        by.locals(),
        by.starts(),
        true,
        by.doc().text().isEmpty() ? before.doc() : by.doc(),
        by.span());
  }

  private void facts(Declaration.ForEach block) {
    List<Definition> added = new ArrayList<>();
    for (Definition fact : block.facts()) {
      Optional<Declaration.ForEach> holder = holder(block.entity(), fact.name());
      Optional<Definition> before = holder.flatMap(h -> named(h.facts(), fact.name()));
      if (fits("fact", fact.name(), fact.replaces(), before.map(Definition::name))
          && before.isPresent()) {
        Declaration.ForEach old = holder.orElseThrow();
        List<Definition> facts = new ArrayList<>(old.facts());
        facts.set(facts.indexOf(before.get()), typed(fact, before.get()));
        declarations.set(
            declarations.indexOf(old),
            new Declaration.ForEach(
                old.entity(), old.order(), facts, old.assumptions(), old.span()));
        replaced.add(
            new Replacement(
                block.entity() + "." + fact.name(),
                fact.name().span(),
                before.get().name().span(),
                base,
                new Declaration.ForEach(
                    old.entity(), old.order(), List.of(before.get()), List.of(), old.span())));
      } else if (before.isEmpty() && !fact.replaces()) {
        added.add(fact);
      }
    }
    declarations.add(
        new Declaration.ForEach(
            block.entity(), block.order(), added, block.assumptions(), block.span()));
  }

  private Optional<Declaration.ForEach> holder(Name entity, Name fact) {
    return declarations.stream()
        .filter(Declaration.ForEach.class::isInstance)
        .map(Declaration.ForEach.class::cast)
        .filter(b -> b.entity().text().equals(entity.text()))
        .filter(b -> named(b.facts(), fact).isPresent())
        .filter(b -> !isOwn(b.span(), fact.span()))
        .findFirst();
  }

  /** Whether two places are in the text that refines: what it says twice is another mistake. */
  private static boolean isOwn(Span block, Span fact) {
    return block.source() == fact.source();
  }

  private static Optional<Definition> named(List<Definition> facts, Name name) {
    return facts.stream().filter(f -> f.name().text().equals(name.text())).findFirst();
  }

  // ---- Rows

  private void rows(Declaration.Rows rows) {
    Optional<Declaration.Table> before = find(Declaration.Table.class, d -> d.name(), rows.table());
    if (before.isEmpty() || !(before.get().body() instanceof TableBody.Written written)) {
      missing("table", rows.table(), names(Declaration.Table.class, Declaration.Table::name));
      return;
    }
    Declaration.Table table = before.get();
    if (!heads(rows.header()).equals(heads(written.header()))) {
      new Saying(sink, RefinementProblem.OTHER_COLUMNS, rows.table().span())
          .with("name", rows.table())
          .with("base", base)
          .with("columns", String.join(" | ", heads(written.header())))
          .also(table.name().span(), "the table")
          .send();
      return;
    }
    List<TableRow> all = new ArrayList<>(written.rows());
    for (TableRow row : rows.rows()) {
      if (isOne(row, rows.rows(), table) && isOne(row, written.rows(), table)) {
        row(row, table, all);
      }
    }
    declarations.set(
        declarations.indexOf(table),
        new Declaration.Table(
            table.name(),
            table.gridType(),
            table.shape(),
            new TableBody.Written(written.header(), all, written.grid(), written.span()),
            table.replaces(),
            table.doc(),
            table.span()));
  }

  /** Whether no two of some rows are called like a row, which is said. */
  private boolean isOne(TableRow row, List<TableRow> rows, Declaration.Table table) {
    List<TableRow> same = rows.stream().filter(r -> id(r).equals(id(row))).toList();
    if (same.size() > 1) {
      new Saying(sink, RefinementProblem.SEVERAL_ROWS, row.span())
          .with("name", table.name())
          .with("row", id(row))
          .also(same.getFirst().span(), "one of them")
          .also(same.getLast().span(), "another")
          .send();
    }
    return same.size() <= 1;
  }

  private void row(TableRow row, Declaration.Table table, List<TableRow> all) {
    String id = id(row);
    Optional<TableRow> before = all.stream().filter(r -> id(r).equals(id)).findFirst();
    if (before.isEmpty()) {
      List<String> known = all.stream().map(Refining::id).toList();
      String listed = known.stream().map(k -> "`" + k + "`").collect(Collectors.joining(", "));
      String plain = RefinementProblem.NO_ROW_TO_REPLACE.hint().replace("{known}", listed);
      new Saying(sink, RefinementProblem.NO_ROW_TO_REPLACE, row.span())
          .with("name", table.name())
          .with("base", base)
          .with("row", id)
          .hint(Suggestions.hint(id, known, plain))
          .also(table.name().span(), "the table")
          .send();
      return;
    }
    all.set(all.indexOf(before.get()), row);
    replaced.add(
        new Replacement(
            "row " + id + " of " + table.name(), row.span(), before.get().span(), base, table));
  }

  /** A row is known by the text of its first cell. */
  private static String id(TableRow row) {
    return row.cells().isEmpty() ? "" : row.cells().getFirst().span().text().strip();
  }

  private static List<String> heads(List<HeaderCell> header) {
    return header.stream().map(HeaderCell::text).toList();
  }

  // ---- Finding

  /** Whether something may stand here: new, or marked and in the place of another. */
  private boolean fits(String kind, Name name, boolean marked, Optional<Name> before) {
    if (marked && before.isEmpty()) {
      missing(kind, name, known(kind));
      return false;
    }
    if (!marked && before.isPresent()) {
      new Saying(sink, RefinementProblem.UNMARKED, name.span())
          .with("kind", kind)
          .with("name", name)
          .with("base", base)
          .also(before.get().span(), "it is here")
          .send();
      return false;
    }
    return true;
  }

  private void missing(String kind, Name name, List<String> known) {
    String plain = RefinementProblem.NOTHING_TO_REPLACE.hint();
    new Saying(sink, RefinementProblem.NOTHING_TO_REPLACE, name.span())
        .with("kind", kind)
        .with("name", name)
        .with("base", base)
        .hint(Suggestions.hint(name.text(), known, plain))
        .send();
  }

  private List<String> known(String kind) {
    return switch (kind) {
      case "param" -> names(Declaration.Param.class, Declaration.Param::name);
      case "table" -> names(Declaration.Table.class, Declaration.Table::name);
      default -> {
        List<String> facts =
            new ArrayList<>(names(Declaration.SystemFact.class, fact -> fact.definition().name()));
        declarations.stream()
            .filter(Declaration.ForEach.class::isInstance)
            .flatMap(block -> ((Declaration.ForEach) block).facts().stream())
            .forEach(fact -> facts.add(fact.name().text()));
        yield facts;
      }
    };
  }

  private <T extends Declaration> List<String> names(Class<T> kind, Function<T, Name> name) {
    return declarations.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(name)
        .map(Name::text)
        .toList();
  }

  private <T extends Declaration> Optional<T> find(
      Class<T> kind, Function<T, Name> name, Name wanted) {
    return declarations.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(d -> name.apply(d).text().equals(wanted.text()))
        .filter(d -> name.apply(d).span().source() != wanted.span().source())
        .findFirst();
  }

  private void put(String what, Declaration before, Declaration by, Span at, Span of) {
    declarations.set(declarations.indexOf(before), by);
    replaced.add(new Replacement(what, at, of, base, before));
  }
}
