package org.loadline.cli.render;

import org.loadline.source.Diagnostic;

/**
 * A fault as text: like a diagnostic, in another colour, for it is the data that the formula cannot
 * answer for. Who has it stands beneath, in lines of {@code where}.
 */
public record FaultRenderer(Ink ink, int width) {
  /** The text, ending in a line break. */
  public String render(Diagnostic fault, java.util.List<String> where) {
    var diagnostics = new DiagnosticRenderer(ink, width);
    String head = ink.data(fault.code().code()) + ": " + ink.strong(diagnostics.sentence(fault));
    StringBuilder text = new StringBuilder(diagnostics.render(fault, head));
    where.forEach(line -> text.append("  ").append(Glyphs.line(line)).append('\n'));
    return text.toString();
  }
}
