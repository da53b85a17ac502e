package org.loadline.source;

/**
 * One kind of message, with its stable code and its prose.
 *
 * <p>Each pass keeps its codes in one enum, so that they can be read and improved as prose. Codes
 * are never reused. Ranges: R1 syntax, R2 names, R3 types and units, R4 tables and decisions, R5
 * snapshots and inputs, R6 faults while evaluating, R7 use of the tool, R9 faults of ours.
 */
public interface DiagnosticCode {
  /** The code people quote, such as {@code R3104}. */
  String code();

  Severity severity();

  /** One plain sentence; {@code {name}} stands for a named value. */
  String message();

  /** What to do about it; may be empty, may hold {@code {name}}. */
  String hint();
}
