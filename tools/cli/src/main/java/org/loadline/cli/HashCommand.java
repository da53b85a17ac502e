package org.loadline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.report.HashJson;
import org.loadline.cli.report.HashText;
import org.loadline.core.Program;
import org.loadline.meaning.Differing;
import org.loadline.meaning.Hash;
import org.loadline.meaning.LockProblem;
import org.loadline.meaning.Meanings;
import org.loadline.meaning.ModuleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what identifies the meaning of a policy. */
@Command(
    name = "hash",
    description = {
      "Print the hash of what a policy means: of all its definitions and what they read.",
      "Comments, layout, the order of definitions and the names of locals do not change it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline hash desk/limits.risk                     one line: the hash and the file",
      "  loadline hash desk                                 of every policy in a folder",
      "  loadline hash desk/limits.risk --tree              and of each definition",
      "  loadline hash new.risk --against old.risk          which definitions mean something else",
      "  loadline hash desk/limits.risk --against 3f2a9c…   is it the policy that was approved?",
      "  loadline hash HEAD~1:desk/limits.risk              as git had it",
      "",
      "In --tree the first hash is of the definition itself, the second also of what it reads.",
      "With --against it ends with 1 if the two differ.",
    })
final class HashCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(
      arity = "1..*",
      paramLabel = "POLICY_OR_FOLDER",
      description = "A policy, a folder of them, or `revision:path` of git.")
  private List<String> named = List.of();

  @Option(names = "--tree", description = "Also each definition, with its own hash and the deep.")
  private boolean tree;

  @Option(
      names = "--against",
      paramLabel = "POLICY_OR_HASH",
      description = "Compare with another policy, or with a hash or its first 12 digits or more.")
  private Optional<String> against = Optional.empty();

  @Option(names = "--json", description = "Print whole hashes as JSON, of each definition too.")
  private boolean json;

  /** A policy or library as named, its hash, and what its definitions mean. */
  private record Hashed(String name, Hash hash, Meanings meanings) {}

  HashCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    List<Hashed> all = new ArrayList<>();
    for (String name : named) {
      all.addAll(hashed(name));
    }
    Optional<Other> other = against.map(this::other);
    ExitCode exit = ExitCode.RESULTS;
    for (Hashed one : all) {
      if (other.filter(o -> !o.is(one)).isPresent()) {
        exit = ExitCode.FAULTS;
      }
    }
    if (json) {
      print(all, other);
    } else {
      all.forEach(one -> print(one, other));
    }
    return exit.code();
  }

  // ---- What is hashed

  private List<Hashed> hashed(String name) {
    Versions versions = Versions.of(name);
    List<Hashed> all = new ArrayList<>();
    for (String file : versions.names()) {
      String shown = file.isEmpty() ? name : name + (name.endsWith("/") ? "" : "/") + file;
      all.add(hashed(shown, versions.compile(file)));
    }
    if (all.isEmpty()) {
      throw Refusal.misuse(UseProblem.NO_FILES, "path", name);
    }
    return all;
  }

  /** What functions mean shows only where they are called: a library is known by its words. */
  private Hashed hashed(String name, Compilation compilation) {
    if (compilation.hasErrors()) {
      DiagnosticRenderer renderer = top.errRenderer();
      compilation.diagnostics().forEach(d -> top.console().err().println(renderer.render(d)));
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    Program program = compilation.program().orElseThrow();
    Meanings meanings = Meanings.of(program);
    Hash hash =
        compilation.library()
            ? ModuleText.of(program.sources().getFirst(), "").hash()
            : meanings.hash();
    return new Hashed(name, hash, meanings);
  }

  /** What is compared with: a policy, or the beginning of a hash. */
  private record Other(String digits, Optional<Meanings> meanings) {
    boolean is(Hashed one) {
      return one.hash().hex().startsWith(digits);
    }
  }

  private Other other(String text) {
    if (text.matches("[0-9a-f]{12,64}") && !isThere(text)) {
      return new Other(text, Optional.empty());
    }
    boolean isPath = isThere(text) || text.contains(":");
    if (!isPath) {
      throw Refusal.misuse(LockProblem.NO_HASH_OR_POLICY, "text", text);
    }
    Hashed other = hashed(text, Versions.of(text).policy().compile(""));
    return new Other(other.hash().hex(), Optional.of(other.meanings()));
  }

  private static boolean isThere(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  // ---- What is printed

  private void print(Hashed one, Optional<Other> other) {
    var out = top.console().out();
    HashText text = new HashText(top.outInk());
    out.println(one.hash() + "  " + one.name());
    if (tree) {
      text.tree(one.meanings(), top.isVerbose()).forEach(out::println);
    }
    other.ifPresent(
        o -> {
          if (o.is(one)) {
            out.println(text.same());
          } else if (o.meanings().isPresent()) {
            text.differing(Differing.of(o.meanings().get(), one.meanings())).forEach(out::println);
          } else {
            out.println(text.other(o.digits()));
          }
        });
  }

  private void print(List<Hashed> all, Optional<Other> other) throws IOException {
    try (JsonGenerator document = JsonOutput.to(top.console())) {
      document.writeStartArray();
      for (Hashed one : all) {
        document.writeStartObject();
        HashJson.write(document, one.name(), one.hash(), one.meanings());
        if (other.isPresent()) {
          Other o = other.get();
          document.writeObjectFieldStart("against");
          document.writeStringField("hash", o.digits());
          document.writeBooleanField("same", o.is(one));
          if (o.meanings().isPresent()) {
            HashJson.write(document, Differing.of(o.meanings().get(), one.meanings()));
          }
          document.writeEndObject();
        }
        document.writeEndObject();
      }
      document.writeEndArray();
    }
  }
}
