package org.loadline.sweeps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;

/** What the books met with, so that a test that meets with nothing is noticed. */
final class Tally {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(Sweeps sweeps) {
    for (LedgerLine line : sweeps.ledger()) {
      switch (line.event()) {
        case Event.Flow flow -> count(flow.kind() == Event.Kind.SHARE ? "shares" : "moves");
        case Event.Set set -> count("settings");
        case Event.Created created -> count("creations");
        case Event.Refused refused -> count("refusals");
        case Event.Faulted faulted -> count("faults");
      }
    }
    for (Sweep sweep : sweeps.sweeps()) {
      if (sweep.stop() instanceof Sweep.Stop.Early) {
        count("early stops");
      }
      if (sweep.covered().filter(c -> c.remainder().signum() > 0).isPresent()) {
        count("remainders");
      }
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  void metWith(String... things) {
    for (String thing : things) {
      assertTrue(counts.getOrDefault(thing, 0) >= 10, thing + " among " + counts);
    }
  }
}
