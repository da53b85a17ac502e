package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Binding says what is wrong with a text, whatever the text is; it never fails. */
class NeverThrowsTest {
  private static final long SEED = 20_261_121;
  private static final int MUTANTS = 1_500;

  /** Lines, words and signs of sound and unsound policies, mixed. */
  @Test
  void mixedPolicies() {
    Random random = new Random(SEED);
    List<String> texts =
        new ArrayList<>(ErrorCases.all().stream().map(ErrorCases::policy).toList());
    List<String> words = new ArrayList<>();
    texts.forEach(text -> words.addAll(List.of(text.split("(?<=\\W)|(?=\\W)"))));
    for (int mutant = 0; mutant < MUTANTS; mutant++) {
      String text = texts.get(random.nextInt(texts.size()));
      String mixed =
          random.nextInt(3) == 0
              ? text + withoutHeader(texts.get(random.nextInt(texts.size())))
              : replaced(text, words, random);
      bind(mixed);
    }
  }

  private static void bind(String text) {
    try {
      assertTrue(Bindings.outcome(text).bound().isPresent());
    } catch (RuntimeException | StackOverflowError failure) {
      throw new AssertionError("binding failed on\n" + text, failure);
    }
  }

  private static String withoutHeader(String text) {
    return text.substring(text.indexOf('\n') + 1);
  }

  private static String replaced(String text, List<String> words, Random random) {
    List<String> parts = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes && parts.size() > 3; change++) {
      int at = 3 + random.nextInt(parts.size() - 3);
      switch (random.nextInt(3)) {
        case 0 -> parts.remove(at);
        case 1 -> parts.set(at, words.get(random.nextInt(words.size())));
        default -> parts.add(at, words.get(random.nextInt(words.size())));
      }
    }
    return String.join("", parts);
  }

  @Test
  void longFormulasOfConstants() {
    bind("policy p\nparam a = 1" + " + 1".repeat(400) + "\n");
    StringBuilder chain = new StringBuilder("policy p\nparam p = f3000\nf0 = 1\n");
    for (int fact = 1; fact <= 3_000; fact++) {
      chain.append("f%d = f%d + 1\n".formatted(fact, fact - 1));
    }
    bind(chain.toString());
  }

  @Test
  void manyRows() {
    StringBuilder table = new StringBuilder("policy p\ntable t by x {\n| x | y |\n");
    for (int row = 1; row <= 20_000; row++) {
      table.append("| below %d | 1 |\n".formatted(row));
    }
    String said = Bindings.shown(Bindings.outcome(table + "| otherwise | 1 |\n}\n").diagnostics());
    assertEquals("", said);
  }
}
