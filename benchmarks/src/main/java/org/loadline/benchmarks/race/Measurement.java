package org.loadline.benchmarks.race;

/**
 * One line of the table.
 *
 * @param section what was asked for with {@code --only}
 * @param group the lines that are compared with one another: a size, a file, a question
 * @param subject who or what was measured
 * @param engine what ran its code
 * @param unit of the three numbers that follow
 * @param ratio of the median to that of the first line of the group
 * @param exact whether the subject means to be right to the last digit
 * @param right whether its answers are; true where there are none
 * @param verdict the same in words
 */
public record Measurement(
    String section,
    String group,
    String subject,
    String engine,
    String unit,
    double median,
    double least,
    double greatest,
    double ratio,
    boolean exact,
    boolean right,
    String verdict) {

  /** A line about something that gives no answers of its own. */
  public static Measurement of(
      String section,
      String group,
      String subject,
      String engine,
      String unit,
      Samples samples,
      double against) {
    return new Measurement(
        section,
        group,
        subject,
        engine,
        unit,
        samples.median(),
        samples.least(),
        samples.greatest(),
        samples.median() / against,
        true,
        true,
        "");
  }

  /** Whether the answers are right, or never meant to be. */
  public boolean sound() {
    return right || !exact;
  }
}
