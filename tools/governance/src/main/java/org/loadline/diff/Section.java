package org.loadline.diff;

import org.loadline.meaning.Subject;

/** What changes are about, in the order in which a reader would want it. */
public enum Section {
  PARAMS("Params"),
  TABLES("Tables"),
  RULES("Rules"),
  WATERFALLS("Waterfalls"),
  DATA("Data that the host supplies"),
  REPORTS("Reports"),
  CHECKS("Properties and tests"),
  GOVERNANCE("Envelopes");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** The words above it. */
  public String title() {
    return title;
  }

  /** Where a definition belongs. */
  public static Section of(Subject subject) {
    return switch (subject.kind()) {
      case PARAM -> PARAMS;
      case TABLE -> TABLES;
      case FACT, FUNCTION, STATE, GROUP, CHOICE, ASSUMPTION -> RULES;
      case ACTION, WATERFALL -> WATERFALLS;
      case UNIT, ENTITY, SYSTEM_INPUT -> DATA;
      case REPORT -> REPORTS;
      case PROPERTY, TEST, EXAMPLES, CASES -> CHECKS;
      case ENVELOPE -> GOVERNANCE;
    };
  }
}
