package org.loadline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.meaning.Drift;
import org.loadline.meaning.Lock;
import org.loadline.meaning.LockProblem;
import org.loadline.source.DiagnosticSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pins the modules that a policy is made of. */
@Command(
    name = "lock",
    description = {
      "Pin what a policy imports and refines to the hashes of their texts, in a file beside it.",
      "A policy whose modules are not as they are locked does not compile."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline lock desk/limits.risk            writes desk/limits.lock",
      "  loadline lock desk/limits.risk --check    writes nothing: is the lock there, and right?",
      "",
      "Comments and layout of a module are not part of its hash.",
      "With --check it ends with 0 if the lock is right, and with 1 if it is not.",
    })
final class LockCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(
      paramLabel = "POLICY_OR_FOLDER",
      description = "A policy, or a folder with `policy.risk`.")
  private Path named = Path.of("");

  @Option(names = "--check", description = "Write nothing; say whether the lock is right.")
  private boolean check;

  LockCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Locking locking = Locking.of(Target.of(named).policy());
    return (check ? checked(locking) : written(locking)).code();
  }

  private ExitCode checked(Locking locking) {
    if (!locking.exists()) {
      throw Refusal.of(ExitCode.FAULTS, LockProblem.NO_LOCK, "lock", locking.file().toString());
    }
    DiagnosticSink sink = new DiagnosticSink();
    Locking.check(locking.policy(), sink);
    say(sink);
    if (sink.hasErrors()) {
      return ExitCode.FAULTS;
    }
    now(locking);
    top.console().out().println(locking.file() + " is right");
    return ExitCode.RESULTS;
  }

  private ExitCode written(Locking locking) {
    Lock now = now(locking);
    Optional<Lock> before = locking.locked();
    locking.write(now);
    var out = top.console().out();
    now.pins().forEach(pin -> out.println("  " + pin.hash().brief() + "  " + was(before, pin)));
    out.println(locking.file() + ": " + Counts.of(now.pins().size(), "module") + " locked");
    return ExitCode.RESULTS;
  }

  private static String was(Optional<Lock> before, Lock.Pin pin) {
    Optional<Lock.Pin> old = before.flatMap(b -> b.of(pin));
    if (before.isEmpty()) {
      return pin.text();
    }
    return old.map(
            o ->
                o.hash().equals(pin.hash())
                    ? pin.text()
                    : pin.text() + ", was " + o.hash().brief() + ": " + Drift.differs(o, pin))
        .orElseGet(() -> pin.text() + ", new");
  }

  /** What the policy is made of; what of it cannot be read is said, and ends the command. */
  private Lock now(Locking locking) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Lock> now = locking.now(sink);
    if (sink.hasErrors() || now.isEmpty()) {
      say(sink);
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    return now.get();
  }

  private void say(DiagnosticSink sink) {
    DiagnosticRenderer renderer = top.errRenderer();
    sink.diagnostics().forEach(d -> top.console().err().println(renderer.render(d)));
  }
}
