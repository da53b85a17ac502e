package org.loadline.bound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.model.ChangeRule;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;

/** Adds what {@code changes together} says to the rules of the params and columns that it names. */
final class ChangeGroups {
  private final List<Param> params;
  private final List<Entity> entities;
  private final List<Table> tables;
  private final DiagnosticSink sink;
  private final Map<String, Set<String>> others = new LinkedHashMap<>();

  ChangeGroups(List<Param> params, List<Entity> entities, List<Table> tables, DiagnosticSink sink) {
    this.params = params;
    this.entities = entities;
    this.tables = tables;
    this.sink = sink;
  }

  void read(List<Declaration.Together> groups) {
    for (Declaration.Together group : groups) {
      Set<String> members = new LinkedHashSet<>();
      for (List<Name> path : group.members()) {
        named(path).ifPresent(members::add);
      }
      if (members.size() == 1 && group.members().size() == 1) {
        new Saying(sink, MandateProblem.TOGETHER_ALONE, group.span()).send();
      }
      for (String member : members) {
        Set<String> with = others.computeIfAbsent(member, m -> new LinkedHashSet<>());
        members.stream().filter(m -> !m.equals(member)).forEach(with::add);
      }
    }
  }

  /** The full name of a param or a column of a table, if there is one. */
  private Optional<String> named(List<Name> path) {
    String text = path.stream().map(Name::text).collect(Collectors.joining("."));
    boolean known =
        switch (path.size()) {
          case 1 -> params.stream().anyMatch(p -> p.ref().name().equals(text));
          case 2 -> column(path.getFirst(), path.getLast()).isPresent();
          default -> false;
        };
    if (!known) {
      Span span = path.getFirst().span().to(path.getLast().span());
      new Saying(sink, MandateProblem.NOT_GOVERNED, span)
          .with("name", text)
          .hint(Suggestions.hint(text, governed(), MandateProblem.NOT_GOVERNED.hint()))
          .send();
    }
    return known ? Optional.of(text) : Optional.empty();
  }

  private Optional<Field> column(Name table, Name column) {
    return tables.stream()
        .filter(t -> t.ref().name().equals(table.text()))
        .findFirst()
        .flatMap(t -> entities.get(t.rows().index()).field(column.text()));
  }

  private List<String> governed() {
    List<String> all = new ArrayList<>(params.stream().map(p -> p.ref().name()).toList());
    for (Table table : tables) {
      entities
          .get(table.rows().index())
          .fields()
          .forEach(field -> all.add(table.ref().name() + "." + field.name()));
    }
    return all;
  }

  List<Param> params() {
    return params.stream()
        .map(
            p -> {
              ChangeRule rule = whole(p.ref().name(), p.change(), p.span());
              return new Param(p.ref(), p.type(), p.value(), p.within(), rule, p.doc(), p.span());
            })
        .toList();
  }

  /** The rules of columns; those that are only in a group have one too. */
  List<ColumnRule> columns(List<ColumnRule> rules) {
    Map<String, ColumnRule> all = new LinkedHashMap<>();
    for (ColumnRule rule : rules) {
      all.put(name(table(rule.table()), rule.column()), rule);
    }
    for (Table table : tables) {
      for (Field field : entities.get(table.rows().index()).fields()) {
        String name = name(table, field.index());
        if (others.containsKey(name)) {
          all.putIfAbsent(
              name, new ColumnRule(table.ref(), field.index(), Optional.empty(), ChangeRule.FREE));
        }
      }
    }
    List<ColumnRule> whole = new ArrayList<>();
    all.forEach(
        (name, rule) -> {
          Span at = table(rule.table()).span();
          whole.add(
              new ColumnRule(
                  rule.table(), rule.column(), rule.within(), whole(name, rule.change(), at)));
        });
    return whole;
  }

  private Table table(TableRef ref) {
    return tables.stream().filter(t -> t.ref().equals(ref)).findFirst().orElseThrow();
  }

  private String name(Table table, int column) {
    return table.ref().name()
        + "."
        + entities.get(table.rows().index()).fields().get(column).name();
  }

  private ChangeRule whole(String name, ChangeRule rule, Span at) {
    Set<String> together = new LinkedHashSet<>(rule.together());
    together.addAll(others.getOrDefault(name, Set.of()));
    if (!together.isEmpty() && rule.beyond() == ChangeRule.Beyond.CLIPPED) {
      new Saying(sink, MandateProblem.CLIPPED_TOGETHER, at)
          .with("name", name)
          .with("other", together.iterator().next())
          .send();
    }
    return rule.with(List.copyOf(together));
  }
}
