package org.loadline.engine.plan;

/** Why the reference evaluator works a fact out. */
public enum WhyAsked {
  /** A row that is added is picked, ranked, found by its key or the like. */
  ADDED_ROW,
  /** What is assumed of rows may fail otherwise than by not holding. */
  ASSUMPTION,
  /** Of each earlier row something is asked with arguments of its own. */
  ARGUMENTS
}
