package org.loadline.source;

/** How much a diagnostic weighs: an error stops the policy from compiling, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
