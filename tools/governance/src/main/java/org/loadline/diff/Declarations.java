package org.loadline.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.loadline.core.Program;
import org.loadline.meaning.Subject;
import org.loadline.meaning.Subject.Kind;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.syntax.Assumption;
import org.loadline.syntax.ColumnLimits;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Header;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;
import org.loadline.syntax.SyntaxFile;

/**
 * What the texts of a program say, by what it defines: the program itself has no names for actions,
 * units or rows of tables, and knows little of where things stand.
 *
 * <p>Of a refined policy what replaces stands, not what is replaced.
 */
final class Declarations {
  private final Map<Subject, Span> spans = new HashMap<>();
  private final Map<String, Declaration.Param> params = new HashMap<>();
  private final Map<String, Declaration.Table> tables = new HashMap<>();
  private final Map<String, List<Declaration.Rows>> replacedRows = new HashMap<>();
  private final Map<String, Declaration.Waterfall> waterfalls = new HashMap<>();
  private final Map<String, Declaration.Unit> units = new TreeMap<>();
  private final Map<String, ColumnLimits> columns = new HashMap<>();
  private final Map<String, List<Wording>> assumptions = new HashMap<>();
  private final Map<String, Member> members = new HashMap<>();

  private Declarations() {}

  /** Those of all texts that a program was made from. */
  static Declarations of(Program program) {
    Declarations all = new Declarations();
    boolean first = true;
    for (Source source : program.sources()) {
      SyntaxFile file = Parsing.parse(source, new DiagnosticSink());
      boolean policy = file.header().filter(h -> h.kind() == Header.Kind.LIBRARY).isEmpty();
      all.read(file, first || policy);
      first = false;
    }
    return all;
  }

  /** A definition as written, if it stands anywhere as such. */
  Optional<Wording> wording(Subject subject) {
    return Optional.ofNullable(spans.get(subject)).map(Wording::new);
  }

  Optional<Declaration.Param> param(String name) {
    return Optional.ofNullable(params.get(name));
  }

  Optional<Declaration.Table> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** What replaces rows of a table, what counts most first. */
  List<Declaration.Rows> rows(String table) {
    return replacedRows.getOrDefault(table, List.of());
  }

  Optional<Declaration.Waterfall> waterfall(String name) {
    return Optional.ofNullable(waterfalls.get(name));
  }

  Collection<Declaration.Unit> units() {
    return units.values();
  }

  Optional<Declaration.Unit> unit(String name) {
    return Optional.ofNullable(units.get(name));
  }

  /** The line that limits a column of a table. */
  Optional<Wording> limits(String table, String column) {
    return Optional.ofNullable(columns.get(table + "." + column)).map(c -> new Wording(c.span()));
  }

  /** The line that declares a field of an entity, or with {@code system} a system input. */
  Optional<Wording> field(String entity, String field) {
    return Optional.ofNullable(members.get(entity + "." + field)).map(m -> new Wording(m.span()));
  }

  /** What is assumed of an entity, or of the whole if it has no name. */
  List<Wording> assumptions(String owner) {
    return assumptions.getOrDefault(owner, List.of());
  }

  private void read(SyntaxFile file, boolean own) {
    for (Declaration declaration : file.declarations()) {
      switch (declaration) {
        case Declaration.Import d -> {}
        case Declaration.Unit d -> {
          units.putIfAbsent(d.name().text(), d);
          put(Kind.UNIT, d.name().text(), d.span());
        }
        case Declaration.Param d -> {
          params.putIfAbsent(d.name().text(), d);
          put(Kind.PARAM, d.name().text(), d.span());
        }
        case Declaration.Choice d -> put(Kind.CHOICE, d.name().text(), d.span());
        case Declaration.Entity d -> {
          put(Kind.ENTITY, d.name().text(), d.span());
          d.members().forEach(m -> member(d.name().text(), m));
        }
        case Declaration.SystemInputs d -> d.members().forEach(m -> member("system", m));
        case Declaration.Table d -> {
          tables.putIfAbsent(d.name().text(), d);
          put(Kind.TABLE, d.name().text(), d.span());
        }
        case Declaration.Rows d -> {
          // A table that replaces the whole of another is not touched by what it replaced.
          if (!tables.containsKey(d.table().text())) {
            replacedRows.computeIfAbsent(d.table().text(), t -> new ArrayList<>()).add(d);
          }
        }
        case Declaration.Columns d ->
            d.columns()
                .forEach(c -> columns.putIfAbsent(d.table().text() + "." + c.column().text(), c));
        case Declaration.Together d -> {}
        case Declaration.Envelope d -> {}
        case Declaration.Group d -> put(Kind.GROUP, d.name().text(), d.span());
        case Declaration.ForEach d -> {
          d.facts().forEach(f -> definition(d.entity().text() + ".", f));
          d.assumptions().forEach(a -> assumed(d.entity().text(), a));
        }
        case Declaration.Function d -> {
          put(Kind.FUNCTION, d.name().text(), d.span());
          d.facts()
              .forEach(f -> put(Kind.FUNCTION, d.name().text() + "." + f.name().text(), f.span()));
        }
        case Declaration.SystemFact d -> definition("", d.definition());
        case Declaration.Report d -> {
          if (own) {
            d.items()
                .forEach(
                    i ->
                        put(
                            Kind.REPORT,
                            new Wording(i.fact().span()).line(),
                            i.role()
                                .map(Name::span)
                                .map(i.fact().span()::to)
                                .orElse(i.fact().span())));
          }
        }
        case Declaration.SystemAssumption d -> assumed("", d.assumption());
        case Declaration.Property d -> put(Kind.PROPERTY, d.title(), d.span());
        case Declaration.Waterfall d -> {
          waterfalls.putIfAbsent(d.name().text(), d);
          put(Kind.WATERFALL, d.name().text(), d.span());
        }
        case Declaration.Action d -> put(Kind.ACTION, d.name().text(), d.span());
        case Declaration.Test d -> {
          if (own) {
            put(Kind.TEST, d.title(), d.span());
          }
        }
        case Declaration.Examples d -> {
          if (own) {
            put(Kind.EXAMPLES, d.subject().text(), d.span());
          }
        }
        case Declaration.Cases d -> {
          if (own) {
            put(Kind.CASES, d.file() + " " + String.join(", ", d.rules()), d.span());
          }
        }
      }
    }
  }

  private void definition(String owner, Definition d) {
    put(d.starts().isPresent() ? Kind.STATE : Kind.FACT, owner + d.name().text(), d.span());
  }

  private void member(String entity, Member member) {
    switch (member) {
      case Member.Key m -> members.putIfAbsent(entity + "." + m.name().text(), m);
      case Member.Reference m ->
          members.putIfAbsent(entity + "." + m.alias().orElse(m.entity()).text(), m);
      case Member.Input m ->
          m.names()
              .forEach(
                  name -> {
                    members.putIfAbsent(entity + "." + name.text(), m);
                    if (entity.equals("system")) {
                      put(Kind.SYSTEM_INPUT, name.text(), m.span());
                    }
                    if (m.series()) {
                      put(Kind.ENTITY, entity + "." + name.text(), m.span());
                    }
                  });
      case Member.MaximumIsUnlimited m -> {}
      case Member.Assumed m -> assumed(entity.equals("system") ? "" : entity, m.assumption());
    }
  }

  private void assumed(String owner, Assumption assumption) {
    assumptions.computeIfAbsent(owner, o -> new ArrayList<>()).add(new Wording(assumption.span()));
  }

  private void put(Kind kind, String name, Span span) {
    spans.putIfAbsent(new Subject(kind, name), span);
  }
}
