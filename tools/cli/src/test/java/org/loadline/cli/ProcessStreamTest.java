package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessStreamTest {
  private static Optional<String> lost(String reason) {
    ProcessStream stream =
        ProcessStream.of(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(reason);
              }
            });
    stream.println("a result");
    stream.flush();
    return stream.lost();
  }

  @Test
  void whatDoesNotFitIsLost() {
    assertEquals(Optional.of("No space left on device"), lost("No space left on device"));
  }

  @Test
  void whatNobodyReadsIsNot() {
    assertEquals(Optional.empty(), lost("Broken pipe"));
  }

  @Test
  void nothingIsLostOtherwise() {
    ProcessStream stream = ProcessStream.of(OutputStream.nullOutputStream());
    stream.println("a result");
    stream.flush();
    assertEquals(Optional.empty(), stream.lost());
  }
}
