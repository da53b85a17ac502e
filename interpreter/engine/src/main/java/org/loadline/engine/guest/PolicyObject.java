package org.loadline.engine.guest;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.run.PreparedProgram;
import org.loadline.engine.run.Workers;

/**
 * A compiled policy. It is called with one snapshot: a host {@code Snapshot} of the same program,
 * or an object with a list of rows for each entity's plural and a member for each system input.
 */
@ExportLibrary(InteropLibrary.class)
public final class PolicyObject implements TruffleObject {
  private final PreparedProgram prepared;
  private final TruffleLanguage<?> language;
  private final HostSnapshots hosts;

  /** Finds the snapshot that a value of the host is. */
  public interface HostSnapshots {
    Optional<Snapshot> snapshot(Object value);
  }

  public PolicyObject(Program program, TruffleLanguage<?> language, HostSnapshots hosts) {
    this.prepared = new PreparedProgram(program, Effort.WIDE);
    this.language = language;
    this.hosts = hosts;
  }

  /** The rows that a program is run on, whatever text they were declared in. */
  private static List<List<Object>> declares(Program program) {
    return program.entities().stream()
        .map(
            entity ->
                Stream.<Object>concat(
                        Stream.of(entity.name()),
                        entity.fields().stream()
                            .flatMap(f -> Stream.of(f.name(), f.type(), f.family())))
                    .toList())
        .toList();
  }

  @ExportMessage
  boolean isExecutable() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  Object execute(Object[] arguments) throws ArityException {
    if (arguments.length != 1) {
      throw ArityException.create(1, 1, arguments.length);
    }
    Program program = prepared.program();
    Snapshot snapshot =
        hosts.snapshot(arguments[0]).orElseGet(() -> GuestRows.snapshot(program, arguments[0]));
    if (!declares(program).equals(declares(snapshot.program()))) {
      throw new RunFailure("The snapshot was made for another policy.");
    }
    return ResultObjects.of(
        prepared.run(
            language,
            new LoadedSnapshot(program, snapshot),
            ParamValues.written(program),
            Workers.alone(),
            took -> {}));
  }
}
