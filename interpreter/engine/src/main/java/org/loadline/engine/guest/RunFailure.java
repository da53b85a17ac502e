package org.loadline.engine.guest;

import com.oracle.truffle.api.exception.AbstractTruffleException;

/** A call that no policy can answer: a snapshot that is none. */
public final class RunFailure extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  RunFailure(String message) {
    super(message);
  }
}
