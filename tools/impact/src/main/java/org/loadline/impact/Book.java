package org.loadline.impact;

import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;

/** A book that policies are run on: it is read for each policy that asks for other inputs. */
public interface Book {
  /** What people call it. */
  String name();

  /** Its rows for a policy; empty if it lacks something or holds what the policy does not know. */
  Optional<Snapshot> on(Program program);
}
