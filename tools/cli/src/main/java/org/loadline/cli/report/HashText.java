package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.meaning.Differing;
import org.loadline.meaning.Meaning;
import org.loadline.meaning.Meanings;
import org.loadline.meaning.Subject;

/** Hashes of definitions, and how two policies differ in them, for people. */
public final class HashText {
  private static final int HASH = 12;
  private final Ink ink;

  public HashText(Ink ink) {
    this.ink = ink;
  }

  /**
   * A line for each definition that counts: its own hash, the deep one, its module and its name;
   * with {@code forms} also its canonical form.
   */
  public List<String> tree(Meanings meanings, boolean forms) {
    List<Meaning> all = meanings.reached().stream().flatMap(s -> meanings.of(s).stream()).toList();
    int width = all.stream().mapToInt(m -> m.module().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Meaning m : all) {
      String module = m.module() + " ".repeat(width - m.module().length());
      lines.add(
          "  "
              + m.own().brief()
              + "  "
              + m.deep().brief()
              + "  "
              + module
              + "  "
              + name(m.subject()));
      if (forms) {
        lines.add("    " + m.text());
      }
    }
    return lines;
  }

  private static String name(Subject subject) {
    return Glyphs.line(subject.toString(), 300);
  }

  /** What to say where both are the same. */
  public String same() {
    return "  " + ink.good("the same meaning");
  }

  /** What to say where a hash is another, and nothing is known but that. */
  public String other(String digits) {
    return "  " + ink.error("another meaning") + " than " + digits;
  }

  /** A line for each definition whose own form differs; what reads them is counted. */
  public List<String> differing(Differing differing) {
    List<String> lines = new ArrayList<>();
    for (Differing.Of of : differing.all()) {
      if (of.sort() != Differing.Sort.REACHED) {
        lines.add(
            "  "
                + sign(of.sort())
                + " "
                + hash(of.before())
                + "  "
                + hash(of.after())
                + "  "
                + name(of.subject()));
      }
    }
    long reached =
        differing.all().stream().filter(of -> of.sort() == Differing.Sort.REACHED).count();
    lines.add(
        "  "
            + ink.error("another meaning")
            + ": "
            + lines.size()
            + (lines.size() == 1 ? " definition differs" : " definitions differ")
            + ", "
            + reached
            + " more "
            + (reached == 1 ? "reads one of them" : "read them"));
    return lines;
  }

  private static String sign(Differing.Sort sort) {
    return switch (sort) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
      case REACHED -> " ";
    };
  }

  private static String hash(Optional<Meaning> meaning) {
    return meaning.map(m -> m.own().brief()).orElse(" ".repeat(HASH));
  }
}
