package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.conform.CaseProblem;
import org.loadline.conform.CaseReport;
import org.loadline.conform.Difference;
import org.loadline.core.Program;
import org.loadline.reference.Derivation;
import org.loadline.reference.Evaluation;
import org.loadline.reference.Explanation;

/** What became of published cases, as people read it: a line for each system, failures in full. */
public final class ConformText {
  private static final Derivation.Limits TOLD = new Derivation.Limits(2, 6);
  private static final int MOST_OF_INPUTS = 400;

  private final Ink ink;
  private final int most;
  private final PrintStream out;

  /**
   * @param most so many failures of a system are told in full; all for 0
   */
  public ConformText(Ink ink, int most, PrintStream out) {
    this.ink = ink;
    this.most = most == 0 ? Integer.MAX_VALUE : most;
    this.out = out;
  }

  /** The line of a system, and its failures. */
  public void system(String name, List<CaseReport> reports) {
    List<CaseReport> failed = reports.stream().filter(report -> !report.passed()).toList();
    String counts = (reports.size() - failed.size()) + " passed, " + failed.size() + " failed";
    String padded = name + " ".repeat(Math.max(1, 26 - name.length()));
    out.println(padded + (failed.isEmpty() ? ink.good(counts) : ink.error(counts)));
    failed.stream().limit(most).forEach(this::failure);
    if (failed.size() > most) {
      out.println("  " + ink.faint((failed.size() - most) + " more; --failures 0 tells all"));
    }
  }

  /** What became of the cases of some rules, as a test; {@code there} unless their file is not. */
  public void rules(String title, boolean there, List<CaseReport> reports) {
    List<CaseReport> failed = reports.stream().filter(report -> !report.passed()).toList();
    if (!there) {
      out.println(ink.faint("– cases of " + title + ": their file is not here"));
    } else if (failed.isEmpty()) {
      String how = reports.size() == 1 ? "1 holds" : "all " + reports.size() + " hold";
      out.println(ink.good("✓") + " cases of " + title + ": " + how);
    } else {
      String how = failed.size() + " of " + reports.size() + " off";
      out.println(ink.error("✗") + " cases of " + title + ": " + how);
      failed.stream().limit(most).forEach(this::failure);
    }
  }

  private void failure(CaseReport report) {
    var published = report.published();
    out.println();
    String title = published.id() + " " + published.rule();
    out.println("  " + ink.error("✗") + " " + ink.strong(title));
    if (!published.description().isEmpty()) {
      out.println("    " + Glyphs.line(published.description(), 200));
    }
    report
        .rule()
        .ifPresent(
            rule ->
                out.println(
                    "    "
                        + ink.faint(
                            "bound in " + rule.policy() + ":" + rule.binding().span().line())));
    out.println("    inputs " + Glyphs.line(published.inputs().toString(), MOST_OF_INPUTS));
    for (CaseProblem problem : report.problems()) {
      out.println("    " + problem.line());
    }
    for (Difference difference : report.differences()) {
      out.println(
          "    "
              + ink.strong(difference.field())
              + ": expected "
              + difference.expected()
              + ", got "
              + difference.got());
      explain(report, difference);
    }
    out.println();
  }

  private void explain(CaseReport report, Difference difference) {
    if (report.rule().isEmpty() || report.ran().isEmpty()) {
      return;
    }
    Program program = report.rule().get().program();
    var ran = report.ran().get();
    Explanation explanation =
        new Explanation(new Evaluation(program, ran.snapshot(), ran.params()));
    Derivation told = explanation.fact(difference.output().fact(), difference.row(), TOLD);
    new DerivationTree(program, ran.snapshot(), ink)
        .lines(told)
        .forEach(line -> out.println("      " + line));
  }

  /** The last line, and what no case had. */
  public void end(Map<String, List<CaseReport>> reports, int skipped, List<CaseProblem> notes) {
    for (CaseProblem note : notes) {
      out.println(ink.warning("note") + " " + note.line());
    }
    long passed =
        reports.values().stream().flatMap(List::stream).filter(CaseReport::passed).count();
    long all = reports.values().stream().mapToLong(List::size).sum();
    String text = passed + " passed, " + (all - passed) + " failed, " + skipped + " skipped";
    out.println(passed == all ? ink.good(text) : ink.error(text));
  }
}
