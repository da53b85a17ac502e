package org.loadline.reference;

import org.loadline.source.Span;

/** An entry says that the served row is refused. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final String reason;

  Refusal(String reason, Span span) {
    super(reason, null, false, false);
    this.reason = reason;
    this.span = span;
  }

  String reason() {
    return reason;
  }

  Span span() {
    return span;
  }
}
