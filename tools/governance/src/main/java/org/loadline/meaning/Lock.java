package org.loadline.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Module;
import org.loadline.bound.Modules;
import org.loadline.source.Source;
import org.loadline.source.Span;

/**
 * The modules that a policy is made of, each pinned to the hash of its text.
 *
 * <p>As a file: a first line that says which form it has, then a line for each module, and below it
 * one for each of its declarations. A line that begins with {@code #} is a comment.
 */
public record Lock(List<Pin> pins) {
  static final String FORM = "loadline lock 1";

  public Lock {
    pins = List.copyOf(pins);
  }

  /** How a module is part of a policy. */
  public enum Use {
    REFINES,
    IMPORT;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A declaration of a pinned module: the first digits of its hash, and its name. */
  public record Piece(String brief, String name) {}

  /** A module and its hash; {@code place} is the line that says so. */
  public record Pin(Use use, String module, Hash hash, List<Piece> pieces, Span place) {
    public Pin {
      pieces = List.copyOf(pieces);
    }

    /** {@code import std.margin}. */
    public String text() {
      return use.word() + " " + module;
    }

    boolean isOf(Pin other) {
      return use == other.use && module.equals(other.module);
    }
  }

  /** What a policy is made of now, apart from its own text. */
  public static Lock of(Modules modules) {
    List<Pin> pins = new ArrayList<>();
    modules.bases().forEach(base -> pins.add(pin(Use.REFINES, base, "")));
    modules.libraries().stream()
        .sorted(Comparator.comparing(Module::name))
        .forEach(library -> pins.add(pin(Use.IMPORT, library.source(), library.name())));
    return new Lock(pins);
  }

  private static Pin pin(Use use, Source source, String name) {
    ModuleText module = ModuleText.of(source, name);
    List<Piece> pieces =
        module.parts().stream().map(p -> new Piece(p.hash().brief(), p.name())).toList();
    return new Pin(use, module.name(), module.hash(), pieces, source.span(0, 0));
  }

  /** The pin of the same module in this lock. */
  public Optional<Pin> of(Pin pin) {
    return pins.stream().filter(p -> p.isOf(pin)).findFirst();
  }

  /** Whether both pin the same modules to the same texts. */
  public boolean agreesWith(Lock other) {
    return pins.size() == other.pins.size()
        && pins.stream()
            .allMatch(p -> other.of(p).filter(o -> o.hash().equals(p.hash())).isPresent());
  }

  /** The file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(FORM).append('\n');
    text.append("# Written by `loadline lock`; a policy whose modules say something else does")
        .append(" not compile.\n");
    for (Pin pin : pins) {
      text.append('\n').append(pin.text()).append(' ').append(pin.hash()).append('\n');
      for (Piece piece : pin.pieces()) {
        text.append("  ").append(piece.brief()).append(' ').append(piece.name()).append('\n');
      }
    }
    return text.toString();
  }
}
