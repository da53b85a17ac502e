package org.loadline.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A stream of this process, as UTF-8; it keeps why it could not be written to. */
final class ProcessStream extends PrintStream {
  private static final int BUFFER = 1 << 16;

  private final Watched watched;

  private ProcessStream(Watched watched) {
    super(new BufferedOutputStream(watched, BUFFER), false, StandardCharsets.UTF_8);
    this.watched = watched;
  }

  static ProcessStream of(OutputStream stream) {
    return new ProcessStream(new Watched(stream));
  }

  static ProcessStream of(FileDescriptor descriptor) {
    return of(new FileOutputStream(descriptor));
  }

  /** Why something was lost; empty too if nobody wanted more of it, as before {@code head}. */
  Optional<String> lost() {
    return watched.failure.filter(reason -> !reason.contains("Broken pipe"));
  }

  private static final class Watched extends OutputStream {
    private final OutputStream stream;
    private Optional<String> failure = Optional.empty();

    private Watched(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        stream.write(bytes, from, length);
      } catch (IOException e) {
        failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
        throw e;
      }
    }
  }
}
