package org.loadline.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8ReaderTest {
  private static final String TEXT = "a\u00e4\u20ac\ud83d\udea2,\n\u4e2d".repeat(20_000);

  @Test
  void charactersArriveWholeWhateverTheRoomForThem() throws IOException {
    for (int room : new int[] {1, 2, 3, 7, 8_192, 100_000}) {
      assertEquals(TEXT, read(TEXT.getBytes(StandardCharsets.UTF_8), room));
      assertEquals(TEXT, read(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8), room));
    }
  }

  @Test
  void aCharacterCutOffAtTheEndIsRefused() {
    byte[] cut = {'a', '\n', (byte) 0xE2, (byte) 0x82};
    FileRefusal refusal = assertThrows(FileRefusal.class, () -> read(cut, 10));
    assertEquals(FileProblem.NOT_UTF8, refusal.problem());
    assertEquals(2, refusal.line());
    assertEquals("2", refusal.named().get("offset"));
  }

  private static String read(byte[] bytes, int room) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] buffer = new char[room + 2];
    try (Utf8Reader reader = new Utf8Reader(new ByteArrayInputStream(bytes))) {
      for (int n = reader.read(buffer, 2, room); n >= 0; n = reader.read(buffer, 2, room)) {
        all.append(buffer, 2, n);
      }
    }
    return all.toString();
  }
}
