package org.loadline.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.Binding;
import org.loadline.bound.Bound;
import org.loadline.bound.Module;
import org.loadline.bound.Modules;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.mandate.Guards;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.SyntaxFile;

/**
 * Mixtures of two policies: the old one with some things as they stand in the new one, compiled in
 * memory. They report every fact, the lines of waterfalls among them.
 */
final class Mixing {
  private final Modules before;
  private final Modules after;
  private final Map<String, Piece> old;
  private final Map<String, Piece> now;
  private final Map<String, List<Change>> tables = new HashMap<>();
  private final Map<Set<Taken>, Optional<Program>> compiled = new HashMap<>();

  Mixing(Guards guards) {
    Difference difference = guards.difference();
    this.before = Texts.of(difference.before());
    this.after = Texts.of(difference.after());
    this.old = Piece.of(before);
    this.now = EffectiveCells.in(Piece.of(after), guards);
    for (Change change : difference.changes()) {
      for (String key : keys(change)) {
        tables.computeIfAbsent(key, k -> new ArrayList<>()).add(change);
      }
    }
  }

  /** The pieces that a change is about; none if it decides no value. */
  List<String> keys(Change change) {
    Set<String> keys = new LinkedHashSet<>();
    change
        .before()
        .ifPresent(
            w ->
                old.values().stream()
                    .filter(p -> p.holds(w.span()))
                    .forEach(p -> keys.add(p.key())));
    change
        .after()
        .ifPresent(
            w ->
                now.values().stream()
                    .filter(p -> p.holds(w.span()))
                    .forEach(p -> keys.add(p.key())));
    return List.copyOf(keys);
  }

  Optional<Piece> old(String key) {
    return Optional.ofNullable(old.get(key));
  }

  Optional<Piece> now(String key) {
    return Optional.ofNullable(now.get(key));
  }

  /** What differs in text between the two, in the order of the old policy, then of the new. */
  List<String> differing() {
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    keys.removeIf(key -> old(key).flatMap(p -> now(key).filter(p::isLike)).isPresent());
    return List.copyOf(keys);
  }

  /** The changes of a piece. */
  List<Change> changes(String key) {
    return tables.getOrDefault(key, List.of());
  }

  /** The mixture that takes these things; empty if it does not compile. */
  Optional<Program> program(Set<Taken> taken) {
    Set<Taken> text = new LinkedHashSet<>(taken);
    text.removeIf(t -> t instanceof Taken.ParamValue || t instanceof Taken.NewBook);
    return compiled.computeIfAbsent(text, this::compile);
  }

  private Optional<Program> compile(Set<Taken> taken) {
    DiagnosticSink sink = new DiagnosticSink();
    Bound bound = Binding.bind(modules(mixed(taken)), sink);
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    Optional<Program> program = Checking.check(bound, sink);
    return sink.hasErrors() ? Optional.empty() : program;
  }

  private Map<String, Piece> mixed(Set<Taken> taken) {
    Map<String, Piece> mixed = new LinkedHashMap<>(old);
    Map<String, List<Change>> inTables = new LinkedHashMap<>();
    for (Taken thing : taken) {
      switch (thing) {
        case Taken.Whole(String key) -> {
          if (now.containsKey(key)) {
            mixed.put(key, at(now.get(key)));
          } else {
            mixed.remove(key);
          }
        }
        case Taken.InTable(String key, Change change) ->
            inTables.computeIfAbsent(key, k -> new ArrayList<>()).add(change);
        case Taken.ParamValue _, Taken.NewBook _ -> {}
      }
    }
    inTables.forEach((key, changes) -> mixed.put(key, table(key, changes)));
    return mixed;
  }

  /** A new piece in the module in which the old policy has it, if it has. */
  private Piece at(Piece piece) {
    return old(piece.key())
        .map(o -> new Piece(piece.key(), o.module(), piece.declaration(), piece.whole()))
        .orElse(piece);
  }

  private Piece table(String key, List<Change> taken) {
    Piece piece = old(key).orElseThrow();
    Declaration.Table mixed =
        MixedTable.of(
            (Declaration.Table) piece.declaration(),
            (Declaration.Table) now(key).orElseThrow().declaration(),
            changes(key),
            changes(key).stream().filter(taken::contains).toList());
    return new Piece(key, piece.module(), mixed, piece.whole());
  }

  /** The modules of both policies, each with what the mixture has of it. */
  private Modules modules(Map<String, Piece> pieces) {
    Map<String, Module> libraries = new LinkedHashMap<>();
    before.libraries().forEach(m -> libraries.put(m.name(), m));
    after.libraries().forEach(m -> libraries.merge(m.name(), m, Mixing::both));
    return new Modules(
        filled(both(before.root(), after.root()), "", pieces),
        libraries.values().stream().map(m -> filled(m, m.name(), pieces)).toList());
  }

  /** The first of two modules, importing what either does. */
  private static Module both(Module old, Module now) {
    Set<String> imports = new LinkedHashSet<>(old.imports());
    imports.addAll(now.imports());
    List<Declaration> declarations = new ArrayList<>(old.file().declarations());
    declarations.addAll(now.file().declarations());
    return new Module(
        old.name(),
        new SyntaxFile(old.file().source(), old.file().header(), declarations),
        List.copyOf(imports));
  }

  private static Module filled(Module module, String name, Map<String, Piece> pieces) {
    List<Declaration> declarations = new ArrayList<>();
    module.file().declarations().stream()
        .filter(Declaration.Import.class::isInstance)
        .forEach(declarations::add);
    pieces.values().stream()
        .filter(p -> p.module().equals(name))
        .map(Piece::declaration)
        .forEach(declarations::add);
    return new Module(
        module.name(),
        new SyntaxFile(module.file().source(), module.file().header(), declarations),
        module.imports());
  }
}
