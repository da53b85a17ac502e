package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Ink;
import org.loadline.evidence.Certificate;
import org.loadline.mandate.Clause;
import org.loadline.mandate.Compliance;

/** What was found of an envelope, a clause a paragraph. */
public record ComplianceText(Ink ink) {
  private static final String FORMAT = "  %-12s %s";

  /** The lines, the verdict first. */
  public List<String> of(Certificate certificate) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.strong(certificate.policy().name())
            + " is "
            + verdict(certificate.verdict())
            + " \""
            + certificate.envelope()
            + "\"");
    for (Clause clause : certificate.clauses()) {
      lines.add(line(clause));
      lines.add("               " + ink.faint(clause.says()));
    }
    lines.add("policy    " + certificate.policy().hash());
    certificate.before().ifPresent(before -> lines.add("old       " + before.hash()));
    lines.add("envelope  " + certificate.envelopeHash());
    return lines;
  }

  private String verdict(Compliance.Verdict verdict) {
    return switch (verdict) {
      case INSIDE -> ink.good("inside");
      case OUTSIDE -> ink.error("outside");
      case NOT_SHOWN -> ink.warning("not shown to be inside");
    };
  }

  private String line(Clause clause) {
    String word = clause.finding().word();
    String padded = FORMAT.formatted(word, clause.text());
    return switch (clause.finding()) {
      case INSIDE -> padded.replaceFirst(word, ink.good(word));
      case OUTSIDE -> padded.replaceFirst(word, ink.error(word));
      case UNCHECKED -> padded.replaceFirst(word, ink.warning(word));
    };
  }
}
