package org.loadline.bound;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.Parsing;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Header;
import org.loadline.syntax.Name;
import org.loadline.syntax.SyntaxFile;

/**
 * Reads a policy and the libraries it imports, each once.
 *
 * <p>{@code import std.x} is asked of the standard library, {@code import a.b} reads {@code
 * a/b.risk} in the folder of the policy. Nothing outside that folder is read, through links either.
 * What is missing or unusable is a diagnostic, and the rest is read all the same.
 */
public final class ModuleLoader {
  private final Library library;
  private final DiagnosticSink sink;
  private final SourceFiles files;
  private final Map<String, Module> read = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> refining = new ArrayList<>();
  private final List<Source> bases = new ArrayList<>();
  private final List<Replacement> replaced = new ArrayList<>();
  private Optional<LibraryFolder> folder = Optional.empty();
  private Optional<Library> beside = Optional.empty();
  private @Nullable Path rootFile;
  private String rootName = "";
  private boolean rootIsPolicy = true;

  private ModuleLoader(Library library, DiagnosticSink sink) {
    this.library = library;
    this.sink = sink;
    this.files = new SourceFiles(sink);
  }

  /** Reads a policy from a file; empty if there is no such file or it cannot be read. */
  public static Optional<Modules> load(Path policy, Library library, DiagnosticSink sink) {
    ModuleLoader loader = new ModuleLoader(library, sink);
    String name = policy.toString();
    Span nowhere = Source.of(name, "").span(0, 0);
    if (!Files.exists(policy)) {
      sink.add(Diagnostic.of(NameProblem.MISSING_POLICY, nowhere).with("file", name).build());
      return Optional.empty();
    }
    loader.folder = LibraryFolder.around(policy);
    loader.rootFile = policy;
    return loader.files.read(policy, name, nowhere).map(loader::root);
  }

  /** Reads a policy that is no file: it can import the standard library only. */
  public static Modules load(Source policy, Library library, DiagnosticSink sink) {
    return new ModuleLoader(library, sink).root(policy);
  }

  /** The same, with modules that stand beside it, wherever they are. */
  public static Modules load(Source policy, Library beside, Library library, DiagnosticSink sink) {
    ModuleLoader loader = new ModuleLoader(library, sink);
    loader.beside = Optional.of(beside);
    return loader.root(policy);
  }

  /** An envelope stands beside its policy, which is then what is read. */
  private Modules root(Source source) {
    rootName = source.name();
    SyntaxFile file = Parsing.parse(source, sink);
    Optional<Declaration.Envelope> envelope = Envelopes.of(file, sink);
    if (envelope.isEmpty()) {
      return root(source, file);
    }
    List<Name> policy = envelope.get().policy();
    if (policy.isEmpty()) {
      new Saying(sink, MandateProblem.NO_POLICY, envelope.get().span())
          .with("title", envelope.get().title())
          .send();
      return new Modules(new Module("", file, List.of()), List.of());
    }
    Span at = policy.getFirst().span().to(policy.getLast().span());
    List<Name> its = standing(policy);
    return ofFolder(dotted(its), new Declaration.Import(its, at))
        .map(text -> root(text, Parsing.parse(text, sink)).under(envelope.get()))
        .orElseGet(() -> new Modules(new Module("", file, List.of()), List.of()));
  }

  /** A policy stands in a file of its name, or in {@code policy.risk}. */
  private List<Name> standing(List<Name> policy) {
    List<Name> usual = List.of(new Name("policy", policy.getLast().span()));
    return folder
        .filter(f -> !Files.exists(f.file(policy.stream().map(Name::text).toList())))
        .filter(f -> Files.exists(f.file(List.of("policy"))))
        .map(f -> usual)
        .orElse(policy);
  }

  private Modules root(Source source, SyntaxFile file) {
    String name = file.header().map(Header::name).orElse("");
    rootIsPolicy = file.header().filter(h -> h.kind() == Header.Kind.LIBRARY).isEmpty();
    open.add(name);
    SyntaxFile whole = refined(name, file);
    Module root = new Module(name, whole, imports(whole, false));
    return new Modules(root, List.copyOf(read.values()), bases, replaced, Optional.empty());
  }

  /** A policy with all that it refines in it. */
  private SyntaxFile refined(String name, SyntaxFile file) {
    Optional<Header> header = file.header().filter(h -> !h.refines().isEmpty());
    if (header.isEmpty()) {
      Refining.refuse(name, file, sink);
      return file;
    }
    if (header.get().kind() == Header.Kind.LIBRARY) {
      new Saying(sink, RefinementProblem.LIBRARY_REFINES, header.get().span()).send();
      return file;
    }
    String base = dotted(header.get().refines());
    refining.add(name);
    if (refining.contains(base)) {
      List<String> circle =
          new ArrayList<>(refining.subList(refining.indexOf(base), refining.size()));
      circle.add(base);
      String shown = circle.stream().map(m -> "`" + m + "`").collect(Collectors.joining(" → "));
      new Saying(sink, RefinementProblem.REFINES_ITSELF, header.get().span())
          .with("cycle", shown)
          .send();
      return file;
    }
    Declaration.Import wanted = new Declaration.Import(header.get().refines(), header.get().span());
    Optional<Source> source = ofFolder(base, wanted);
    if (source.isEmpty()) {
      return file;
    }
    SyntaxFile parsed = Parsing.parse(source.get(), sink);
    if (parsed.header().filter(h -> h.kind() == Header.Kind.LIBRARY).isPresent()) {
      new Saying(sink, RefinementProblem.NOT_A_POLICY, header.get().span())
          .with("base", base)
          .send();
      return file;
    }
    bases.add(source.get());
    Refining.Refined refined = Refining.refined(base, refined(base, parsed), file, sink);
    replaced.addAll(refined.replaced());
    return refined.file();
  }

  private List<String> imports(SyntaxFile file, boolean standard) {
    Map<String, Declaration.Import> seen = new LinkedHashMap<>();
    List<String> usable = new ArrayList<>();
    for (Declaration declaration : file.declarations()) {
      if (declaration instanceof Declaration.Import wanted && !wanted.path().isEmpty()) {
        String name = dotted(wanted.path());
        Declaration.Import before = seen.putIfAbsent(name, wanted);
        if (before != null) {
          say(NameProblem.IMPORTED_TWICE, wanted.span(), name)
              .also(before.span(), "the first is here")
              .send();
        } else if (module(name, wanted, standard)) {
          usable.add(name);
        }
      }
    }
    return usable;
  }

  private boolean module(String name, Declaration.Import wanted, boolean fromStandard) {
    if (open.subList(1, open.size()).contains(name)) {
      return cycle(open.lastIndexOf(name), wanted);
    }
    if (read.containsKey(name)) {
      return true;
    }
    boolean standard = name.equals("std") || name.startsWith("std.");
    Optional<Source> source =
        standard || fromStandard ? ofLibrary(name, wanted) : ofFolder(name, wanted);
    return source.filter(text -> library(name, text, wanted, standard)).isPresent();
  }

  private boolean cycle(int from, Declaration.Import wanted) {
    List<String> cycle = new ArrayList<>(open.subList(from, open.size()));
    cycle.add(cycle.getFirst());
    String shown = cycle.stream().map(m -> "`" + m + "`").collect(Collectors.joining(" → "));
    new Saying(sink, NameProblem.IMPORT_CYCLE, wanted.span()).with("cycle", shown).send();
    return false;
  }

  private boolean library(String name, Source source, Declaration.Import wanted, boolean standard) {
    SyntaxFile file = Parsing.parse(source, sink);
    Optional<Header> header = file.header();
    if (header.filter(h -> h.kind() == Header.Kind.POLICY).isPresent()) {
      say(NameProblem.IMPORTED_POLICY, wanted.span(), name)
          .also(header.get().span(), "it says so here")
          .send();
      return false;
    }
    header
        .filter(h -> !h.path().isEmpty())
        .filter(h -> !("." + name).endsWith("." + h.name()))
        .ifPresent(
            h ->
                say(NameProblem.OTHER_MODULE_NAME, h.span(), name)
                    .with("found", h.name())
                    .also(wanted.span(), "imported here")
                    .send());
    open.add(name);
    List<String> imports = imports(file, standard);
    open.removeLast();
    read.put(name, new Module(name, file, imports));
    return true;
  }

  private Optional<Source> ofLibrary(String name, Declaration.Import wanted) {
    Optional<Source> source = library.module(name);
    if (source.isEmpty()) {
      missing(name, wanted, library.names());
    }
    return source;
  }

  private Optional<Source> ofFolder(String name, Declaration.Import wanted) {
    if (beside.isPresent()) {
      Optional<Source> source = beside.get().module(name);
      if (source.isEmpty()) {
        missing(name, wanted, both(beside.get().names()));
      }
      return source.filter(s -> s.name().equals(rootName)).isPresent()
          ? itself(name, wanted)
          : source;
    }
    if (folder.isEmpty()) {
      say(NameProblem.NO_FOLDER, wanted.span(), name).send();
      return Optional.empty();
    }
    List<String> path = wanted.path().stream().map(Name::text).toList();
    Path file = folder.get().file(path);
    String shown = folder.get().shown(path);
    if (!Files.exists(file)) {
      missing(name, wanted, both(folder.get().modules()));
      return Optional.empty();
    }
    try {
      if (!folder.get().holds(file)) {
        new Saying(sink, NameProblem.OUTSIDE_FOLDER, wanted.span()).with("file", shown).send();
        return Optional.empty();
      }
      if (rootFile != null && Files.isSameFile(file, rootFile)) {
        return itself(name, wanted);
      }
      return files.read(file.toRealPath(), shown, wanted.span());
    } catch (IOException failed) {
      String reason = failed instanceof FileSystemException ? "a link is broken" : "no access";
      new Saying(sink, NameProblem.UNREADABLE_FILE, wanted.span())
          .with("file", shown)
          .with("reason", reason)
          .send();
      return Optional.empty();
    }
  }

  private List<String> both(List<String> beside) {
    List<String> known = new ArrayList<>(beside);
    known.addAll(library.names());
    return known;
  }

  private Optional<Source> itself(String name, Declaration.Import wanted) {
    if (rootIsPolicy) {
      say(NameProblem.IMPORTED_POLICY, wanted.span(), name).send();
    } else {
      cycle(0, wanted);
    }
    return Optional.empty();
  }

  private void missing(String name, Declaration.Import wanted, List<String> known) {
    String file = name.replace('.', '/') + ".risk";
    String hint = Suggestions.hint(name, known, NameProblem.MISSING_MODULE.hint());
    say(NameProblem.MISSING_MODULE, wanted.span(), name).with("file", file).hint(hint).send();
  }

  private Saying say(NameProblem problem, Span span, String module) {
    return new Saying(sink, problem, span).with("module", module);
  }

  private static String dotted(List<Name> path) {
    return path.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
