package org.loadline.engine;

import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.loadline.data.LiveResults;
import org.loadline.data.ResultChanges;
import org.loadline.data.Results;
import org.loadline.data.SnapshotChanges;

/** Live results whose work is done within a context. */
record LiveEvaluation(Context context, LiveResults live) implements LiveResults {
  @Override
  public Results results() {
    return live.results();
  }

  @Override
  public ResultChanges update(SnapshotChanges.Changed changed) {
    return within(context, () -> live.update(changed));
  }

  static <T> T within(Context context, Supplier<T> work) {
    context.enter();
    try {
      return work.get();
    } finally {
      context.leave();
    }
  }
}
