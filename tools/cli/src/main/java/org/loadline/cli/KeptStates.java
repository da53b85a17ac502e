package org.loadline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.loadline.cli.render.DataProblemRenderer;
import org.loadline.data.Evaluator;
import org.loadline.data.PolicyState;
import org.loadline.data.Results;
import org.loadline.data.StateKeeping;
import org.loadline.snapshot.StateFile;

/** The states of a policy from run to run, in the file that {@code --state} names. */
final class KeptStates {
  private final Path file;
  private final LoadlineCommand top;
  private final Timings timings;

  KeptStates(Path file, LoadlineCommand top, Timings timings) {
    this.file = file;
    this.top = top;
    this.timings = timings;
  }

  /** The run with the states that the last one left; without a file they start. */
  PolicyRun.Ready handBack(PolicyRun.Ready ready) {
    if (!StateKeeping.hasStates(ready.program())) {
      throw Refusal.misuse(UseProblem.NO_STATES, "policy", ready.program().name());
    }
    if (!Files.exists(file)) {
      timings.say("state     every state starts, as there is no " + file);
      return ready;
    }
    StateKeeping.Handed handed = StateKeeping.handBack(ready.snapshot(), read(ready));
    for (PolicyState.Of row : handed.dropped()) {
      timings.say("state     dropped " + row + ", which is no longer in the snapshot");
    }
    return new PolicyRun.Ready(
        ready.policy(),
        ready.program(),
        ready.params(),
        handed.snapshot(),
        ready.problems(),
        ready.after());
  }

  private PolicyState read(PolicyRun.Ready ready) {
    switch (StateFile.read(ready.program(), file)) {
      case StateFile.Read.States(PolicyState state) -> {
        return state;
      }
      case StateFile.Read.Wrong(var problem) -> {
        top.console().err().println(new DataProblemRenderer(top.errInk()).render(problem));
        throw new Ended(ExitCode.UNUSABLE_SNAPSHOT);
      }
    }
  }

  /** Leaves the states for the next run. */
  PolicyState keep(Results results, Evaluator evaluator) {
    PolicyState state = StateKeeping.next(results, evaluator);
    try {
      StateFile.write(results.program(), state, file);
    } catch (IOException e) {
      throw Refusal.misuse(
          UseProblem.STATE_NOT_KEPT,
          "path",
          file.toString(),
          "reason",
          switch (e) {
            case AccessDeniedException denied -> "access is denied";
            case NoSuchFileException gone -> "its folder is not there";
            default -> "the system refuses";
          });
    }
    return state;
  }
}
