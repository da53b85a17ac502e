package org.loadline.impact;

import java.util.List;
import java.util.Optional;
import org.loadline.bound.Library;
import org.loadline.bound.ModuleLoader;
import org.loadline.bound.Modules;
import org.loadline.core.Program;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** The texts that a program was made from, as the modules that stand beside its policy. */
record Texts(List<Source> sources) implements Library {
  private static final String ENDING = ".risk";

  Texts {
    sources = List.copyOf(sources);
  }

  /** The syntax of a program, from the very texts that its places point to. */
  static Modules of(Program program) {
    Texts texts = new Texts(program.sources());
    return ModuleLoader.load(program.sources().getFirst(), texts, texts, new DiagnosticSink());
  }

  @Override
  public Optional<Source> module(String name) {
    String path = name.replace('.', '/') + ENDING;
    String policy = sources.getFirst().name().replace('\\', '/');
    String beside = policy.substring(0, policy.lastIndexOf('/') + 1) + path;
    return named(name.startsWith("std.") ? path : beside).or(() -> named(path));
  }

  private Optional<Source> named(String path) {
    return sources.stream().filter(s -> s.name().replace('\\', '/').equals(path)).findFirst();
  }

  /** Only for "did you mean", and nothing is missing here. */
  @Override
  public List<String> names() {
    return List.of();
  }
}
