package org.loadline.snapshot;

import java.io.IOException;

/** A file of typed columns is damaged; the message says how, as the end of a sentence. */
public final class DamagedTableException extends IOException {
  private static final long serialVersionUID = 1L;

  public DamagedTableException(String how, Throwable cause) {
    super(how, cause);
  }
}
