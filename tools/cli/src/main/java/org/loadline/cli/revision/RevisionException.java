package org.loadline.cli.revision;

/** Says why nothing can be read of a revision. */
public final class RevisionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  RevisionException(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  /** Why. */
  public enum Why {
    /** There is no git program. */
    NO_GIT,
    /** The process stands in no repository. */
    NO_REPOSITORY,
    /** The repository has no such revision. */
    NO_REVISION,
    /** The revision holds nothing at the path. */
    NO_PATH,
    /** What stands there is no UTF-8 text. */
    NO_TEXT
  }
}
