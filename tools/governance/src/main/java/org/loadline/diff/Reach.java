package org.loadline.diff;

import java.util.List;
import org.loadline.core.Output;
import org.loadline.core.WaterfallRef;
import org.loadline.meaning.Subject;

/**
 * What a change can alter: whatever reads the changed definition, itself or through others.
 *
 * <p>{@code readers} read it themselves. {@code outputs} and {@code waterfalls} are those of the
 * new policy, but of what is only in the old policy those of the old.
 */
public record Reach(List<Subject> readers, List<Output> outputs, List<WaterfallRef> waterfalls) {
  public static final Reach NOTHING = new Reach(List.of(), List.of(), List.of());

  public Reach {
    readers = List.copyOf(readers);
    outputs = List.copyOf(outputs);
    waterfalls = List.copyOf(waterfalls);
  }
}
