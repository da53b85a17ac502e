package org.loadline.engine.nodes.order;

import java.util.Arrays;
import org.loadline.engine.load.Texts;
import org.loadline.engine.plan.Width;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * How the values of a key are held: in so many words for each element, the lowest first, with their
 * divisors behind them and their marks at the end.
 *
 * @param text the one word is the place of a text
 */
public record KeyForm(
    Width width, boolean fraction, boolean marked, boolean descending, boolean text) {
  public static KeyForm place(boolean descending, boolean text) {
    return new KeyForm(Width.LONG, false, false, descending, text);
  }

  /** How many words an element takes; exact fractions stand beside them. */
  int words() {
    int number = width == Width.EXACT ? 0 : width.words();
    return number * (fraction ? 2 : 1) + (marked ? 1 : 0);
  }

  /** Whether one word that is compared as it stands is all there is. */
  boolean isPlain() {
    return width == Width.LONG && !fraction && !marked && !text;
  }

  /** Below zero if the element whose words begin at {@code a} comes before the one at {@code b}. */
  int compare(long[] words, int a, int b, Texts texts) {
    int order = text ? letters(words, a, b, texts) : numbers(words, a, b);
    return descending ? -order : order;
  }

  private static int letters(long[] words, int a, int b, Texts texts) {
    return words[a] == words[b]
        ? 0
        : Arrays.compare(
            texts.text((int) words[a]).codePoints().toArray(),
            texts.text((int) words[b]).codePoints().toArray());
  }

  private int numbers(long[] words, int a, int b) {
    return switch (width) {
      case LONG ->
          fraction
              ? Int128.compareProducts(words[a], words[b + 1], words[b], words[a + 1])
              : Long.compare(words[a], words[b]);
      case WIDE ->
          fraction
              ? Int128.compareProducts(
                  wide(words, a), wide(words, b + 2), wide(words, b), wide(words, a + 2))
              : wide(words, a).compareTo(wide(words, b));
      case QUAD ->
          fraction
              ? Int256.compareProducts(
                  quad(words, a), quad(words, b + 4), quad(words, b), quad(words, a + 4))
              : quad(words, a).compareTo(quad(words, b));
      case EXACT -> throw new IllegalStateException("an exact fraction has no words");
    };
  }

  private static Int128 wide(long[] words, int at) {
    return new Int128(words[at + 1], words[at]);
  }

  private static Int256 quad(long[] words, int at) {
    return new Int256(words[at + 3], words[at + 2], words[at + 1], words[at]);
  }
}
