package org.loadline.data;

import java.util.Objects;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;

/** A search would work its condition out more often than the run allows: there are no results. */
public final class SearchBeyondLimit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic what;

  /**
   * @param search its text
   * @param most what is allowed
   */
  public SearchBeyondLimit(Span search, long most) {
    this(Diagnostic.of(LimitProblem.SEARCH, search).with("most", String.valueOf(most)).build());
  }

  private SearchBeyondLimit(Diagnostic what) {
    super(what.code().code() + ": " + what.message() + " " + what.span().place());
    this.what = what;
  }

  /** What there is to say, at the search. */
  public Diagnostic what() {
    return Objects.requireNonNull(what);
  }
}
