package org.loadline.benchmarks.race;

/** Whether answers are right, and how to say it in a table. */
public record Verdict(boolean right, String words) {
  public static final Verdict RIGHT = new Verdict(true, "yes");

  public static Verdict wrong(String words) {
    return new Verdict(false, "no: " + words);
  }
}
