package org.loadline.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loadline.meaning.Lock.Piece;
import org.loadline.meaning.Lock.Pin;
import org.loadline.meaning.Lock.Use;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;

/** Reads a lock; a line that cannot be read is a diagnostic, and then there is no lock. */
public final class LockReader {
  private static final Pattern PIN = Pattern.compile("(refines|import) (\\S+) ([0-9a-f]{64})");
  private static final Pattern PIECE = Pattern.compile("([0-9a-f]{12}) (.*)");

  private final Source source;
  private final DiagnosticSink sink;
  private final List<Pin> pins = new ArrayList<>();

  private LockReader(Source source, DiagnosticSink sink) {
    this.source = source;
    this.sink = sink;
  }

  public static Optional<Lock> read(Source source, DiagnosticSink sink) {
    return new LockReader(source, sink).lock();
  }

  private Optional<Lock> lock() {
    boolean begun = false;
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (!begun) {
        begun = text.equals(Lock.FORM);
        if (!begun) {
          return damaged(line, "a lock begins with `" + Lock.FORM + "`");
        }
      } else if (!pin(line, text) && !piece(text)) {
        return damaged(line, "it says neither a module with its hash nor a part of one");
      }
    }
    return begun ? whole() : damaged(1, "a lock begins with `" + Lock.FORM + "`");
  }

  /** A module that stands twice, or whose parts were changed by hand, is no pin. */
  private Optional<Lock> whole() {
    for (int i = 0; i < pins.size(); i++) {
      Pin pin = pins.get(i);
      if (pins.subList(0, i).stream().anyMatch(pin::isOf)) {
        return damaged(pin.place().line(), "`" + pin.module() + "` stands here twice");
      }
    }
    return Optional.of(new Lock(pins));
  }

  private boolean pin(int line, String text) {
    Matcher pin = PIN.matcher(text);
    if (pin.matches()) {
      Use use = pin.group(1).equals("import") ? Use.IMPORT : Use.REFINES;
      pins.add(new Pin(use, pin.group(2), new Hash(pin.group(3)), List.of(), place(line)));
    }
    return pin.matches();
  }

  private boolean piece(String text) {
    Matcher piece = PIECE.matcher(text);
    if (!piece.matches() || pins.isEmpty()) {
      return false;
    }
    Pin last = pins.removeLast();
    List<Piece> pieces = new ArrayList<>(last.pieces());
    pieces.add(new Piece(piece.group(1), piece.group(2)));
    pins.add(new Pin(last.use(), last.module(), last.hash(), pieces, last.place()));
    return true;
  }

  private Optional<Lock> damaged(int line, String problem) {
    sink.add(Diagnostic.of(LockProblem.DAMAGED, place(line)).with("problem", problem).build());
    return Optional.empty();
  }

  /** What stands on a line, without the blanks around it. */
  private Span place(int line) {
    String text = source.lineText(line);
    int start = 0;
    for (int before = 1; before < line; before++) {
      start = source.text().indexOf('\n', start) + 1;
    }
    int indent = text.length() - text.stripLeading().length();
    return source.span(start + indent, start + text.stripTrailing().length());
  }
}
