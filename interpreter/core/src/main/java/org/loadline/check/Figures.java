package org.loadline.check;

import java.util.List;
import java.util.Set;

/** What tests read of a waterfall's run. */
final class Figures {
  /** Names that figures have whatever the waterfall. */
  static final Set<String> WORDS = Set.of("absorbed", "loss", "served", "undone");

  static final List<String> ALL = List.of();

  private Figures() {}
}
