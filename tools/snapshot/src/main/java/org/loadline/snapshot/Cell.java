package org.loadline.snapshot;

import java.math.BigInteger;
import java.util.Map;
import org.loadline.source.DiagnosticCode;
import org.loadline.values.Value;

/** What the text of a cell says. */
sealed interface Cell {
  record Holds(Value value) implements Cell {}

  /** A whole number of the field's steps. */
  record Steps(BigInteger count) implements Cell {}

  record Empty() implements Cell {}

  record Wrong(DiagnosticCode code, Map<String, String> named) implements Cell {}
}
