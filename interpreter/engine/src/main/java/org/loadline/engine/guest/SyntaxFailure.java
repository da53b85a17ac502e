package org.loadline.engine.guest;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.List;
import java.util.stream.Collectors;
import org.loadline.source.Diagnostic;
import org.loadline.source.Severity;

/** A policy that does not compile: every error in its words, at the place of the first. */
@ExportLibrary(InteropLibrary.class)
public final class SyntaxFailure extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  private final transient SourceSection section;

  private SyntaxFailure(String message, SourceSection section) {
    super(message);
    this.section = section;
  }

  /** The errors of a text that has some. */
  public static SyntaxFailure of(Source source, List<Diagnostic> diagnostics) {
    List<Diagnostic> errors =
        diagnostics.stream().filter(d -> d.code().severity() == Severity.ERROR).toList();
    String message =
        errors.stream()
            .map(d -> d.span().place() + ": " + d.code().code() + ": " + d.message())
            .collect(Collectors.joining("\n"));
    SourceSection section =
        errors.stream()
            .filter(d -> d.span().source().text().contentEquals(source.getCharacters()))
            .findFirst()
            .map(d -> source.createSection(d.span().start(), d.span().end() - d.span().start()))
            .orElseGet(source::createUnavailableSection);
    return new SyntaxFailure(message, section);
  }

  @ExportMessage
  ExceptionType getExceptionType() {
    return ExceptionType.PARSE_ERROR;
  }

  @ExportMessage
  @TruffleBoundary
  boolean hasSourceLocation() {
    return section.isAvailable();
  }

  @ExportMessage
  SourceSection getSourceLocation() {
    return section;
  }
}
