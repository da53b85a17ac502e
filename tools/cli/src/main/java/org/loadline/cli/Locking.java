package org.loadline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.loadline.bound.Library;
import org.loadline.bound.ModuleLoader;
import org.loadline.meaning.Drift;
import org.loadline.meaning.Lock;
import org.loadline.meaning.LockProblem;
import org.loadline.meaning.LockReader;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** The lock beside a policy: {@code limits.lock} of {@code limits.risk}. */
record Locking(Path policy, Path file) {
  private static final String ENDING = ".lock";

  static Locking of(Path policy) {
    String name = policy.getFileName().toString();
    String stem = name.endsWith(Versions.ENDING) ? name.substring(0, name.lastIndexOf('.')) : name;
    return new Locking(policy, policy.resolveSibling(stem + ENDING));
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Holds what the policy is made of against its lock, if it has one. */
  static void check(Path policy, DiagnosticSink sink) {
    Locking locking = of(policy);
    if (locking.exists()) {
      locking.check(sink);
    }
  }

  private void check(DiagnosticSink sink) {
    Optional<Source> text = text(sink);
    Optional<Lock> locked = text.flatMap(t -> LockReader.read(t, sink));
    if (locked.isPresent()) {
      now(new DiagnosticSink())
          .ifPresent(now -> Drift.say(locked.get(), text.orElseThrow(), now, sink));
    }
  }

  /** What the policy is made of; empty if it cannot be read, which its reader says. */
  Optional<Lock> now(DiagnosticSink sink) {
    return ModuleLoader.load(policy, Library.standard(), sink).map(Lock::of);
  }

  /** What is locked; empty if nothing is, or if it cannot be read. */
  Optional<Lock> locked() {
    DiagnosticSink unheard = new DiagnosticSink();
    return exists() ? text(unheard).flatMap(t -> LockReader.read(t, unheard)) : Optional.empty();
  }

  private Optional<Source> text(DiagnosticSink sink) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(Source.of(file.toString(), text.replace("\r\n", "\n")));
    } catch (IOException e) {
      sink.add(
          Diagnostic.of(LockProblem.DAMAGED, Source.of(file.toString(), "").span(0, 0))
              .with("problem", "the file cannot be read")
              .build());
      return Optional.empty();
    }
  }

  /** Writes a lock in one go: at any time the file is the old one or the new one. */
  void write(Lock lock) {
    try {
      WholeFile.put(file, lock.text());
    } catch (IOException e) {
      throw Refusal.misuse(
          LockProblem.NOT_WRITTEN,
          "lock",
          file.toString(),
          "reason",
          switch (e) {
            case AccessDeniedException denied -> "access is denied";
            case NoSuchFileException gone -> "its folder is not there";
            default -> "the system refuses";
          });
    }
  }
}
