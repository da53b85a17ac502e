package org.loadline.benchmarks.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.loadline.api.Policy;
import org.loadline.benchmarks.race.Contender;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.snapshot.SnapshotReader;
import org.loadline.source.Diagnostic;

/** A policy as an author writes it, with a snapshot loaded from files. */
public record LoadedPolicy(Program program, Snapshot snapshot, ParamValues params) {
  /** Writes a snapshot's files to a folder. */
  @FunctionalInterface
  public interface Files {
    void writeTo(Path folder) throws IOException;
  }

  /** Compiles a policy, and reads the files of a snapshot from a folder made for them alone. */
  public static LoadedPolicy of(Path policy, Files files) throws IOException {
    Program program = compiled(policy);
    try (Scratch folder = Scratch.create()) {
      files.writeTo(folder.path());
      return new LoadedPolicy(
          program, snapshot(program, folder.path()), ParamValues.written(program));
    }
  }

  private static Program compiled(Path policy) {
    var compiled = Policy.compile(policy);
    return compiled
        .policy()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    policy
                        + " does not compile: "
                        + compiled.diagnostics().stream().map(Diagnostic::message).toList()))
        .program();
  }

  private static Snapshot snapshot(Program program, Path folder) {
    var read = SnapshotReader.read(program, folder);
    return read.snapshot()
        .orElseThrow(() -> new IllegalStateException("No snapshot: " + read.problems()));
  }

  /** {@return what one evaluation gives} */
  public Results on(Evaluator evaluator) {
    return evaluator.evaluate(program, snapshot, params);
  }

  /**
   * The policy on an evaluator.
   *
   * @param answers in the form of its race
   */
  public <A> Contender<A> contender(
      String name, String engine, Evaluator evaluator, Function<Outputs, A> answers) {
    return new Contender<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String engine() {
        return engine;
      }

      @Override
      public Supplier<A> run() {
        Results results = on(evaluator);
        return () -> answers.apply(new Outputs(results));
      }
    };
  }
}
