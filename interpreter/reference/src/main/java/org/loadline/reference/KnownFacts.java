package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;

/** The outcomes that facts are known to have. */
interface KnownFacts {
  Optional<Outcome> outcome(Fact fact, Optional<RowAt> row, List<Outcome> arguments);

  void keep(Fact fact, Optional<RowAt> row, List<Outcome> arguments, Outcome outcome);
}
