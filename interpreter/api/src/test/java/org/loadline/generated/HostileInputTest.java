package org.loadline.generated;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a text, reading it ends soon and says what is wrong: random bytes, words in no
 * order, policies cut off or torn, names swapped, numbers changed, lines lost.
 */
class HostileInputTest {
  private static final int TEXTS = Integer.getInteger("generated.hostile", 400);
  private static final long SEED = Long.getLong("generated.seed", 1);
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final List<String> TOKENS =
      List.of(
          "policy p",
          "entity",
          "for each",
          "{",
          "}",
          "(",
          ")",
          "|",
          "=",
          "when",
          "otherwise",
          "else",
          "sum",
          "for",
          "in",
          "of",
          "x",
          "y",
          "account",
          "key",
          "table",
          "by",
          "linear",
          "marginal",
          "grid",
          "below",
          "up to",
          "none",
          "unlimited",
          "1",
          "2.5",
          "15%",
          "USD",
          "/",
          "*",
          "+",
          "-",
          "less",
          "..",
          ",",
          ":",
          "\n",
          "\n    ",
          "\n",
          "report",
          "system",
          "unit",
          "param",
          "within",
          "choice",
          "with",
          "needs",
          "function",
          "result",
          "assume",
          "or none",
          "floor",
          "sqrt",
          "to",
          "places",
          "half up",
          "the",
          "least",
          "\"",
          "\"a b\"",
          "test",
          "given",
          "expect",
          "examples",
          "property",
          "2026-01-01",
          "1_000",
          "is",
          "not",
          "and",
          "symmetric",
          "clamp",
          "listed as",
          "in steps of",
          "import std.margin",
          "\t",
          "\u20AC");

  @Test
  void randomBytesAreRead() {
    Draw draw = new Draw(SEED);
    for (int i = 0; i < TEXTS; i++) {
      byte[] bytes = draw.bits(8 * draw.between(1, 400)).toByteArray();
      boolean text = draw.chance(50);
      read(new String(bytes, text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void wordsInNoOrderAreRead() {
    Draw draw = new Draw(SEED + 1);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder(draw.chance(70) ? "policy p\n" : "");
      for (int n = draw.between(1, 120); n > 0; n--) {
        text.append(draw.of(TOKENS)).append(draw.chance(90) ? " " : "");
      }
      read(text.toString());
    }
  }

  @Test
  void policiesCutOffAreRead() {
    Draw draw = new Draw(SEED + 2);
    List<String> corpus = corpus();
    for (int i = 0; i < TEXTS; i++) {
      String text = draw.of(corpus);
      int from = draw.chance(70) ? 0 : draw.below(text.length());
      read(text.substring(from, from + draw.below(text.length() - from + 1)));
    }
  }

  @Test
  void tornPoliciesAreRead() {
    Draw draw = new Draw(SEED + 3);
    List<String> corpus = corpus();
    for (int i = 0; i < TEXTS; i++) {
      String text = draw.of(corpus);
      for (int n = draw.between(1, 6); n > 0; n--) {
        text = torn(text, draw);
      }
      read(text);
    }
  }

  @Test
  void policiesThatMeanSomethingElseAreRead() {
    Draw draw = new Draw(SEED + 4);
    List<String> corpus = corpus();
    for (int i = 0; i < TEXTS; i++) {
      String text = draw.of(corpus);
      for (int n = draw.between(1, 3); n > 0; n--) {
        text = Mutation.of(text, draw);
      }
      read(text);
    }
  }

  @Test
  void nestingIsBounded() {
    for (String open : List.of("(", "not ", "-", "abs(", "{", "[", "1 + (", "(1 when (")) {
      read("policy p\nx = " + open.repeat(20_000) + "1");
    }
    read("policy p\nx = 1" + " + 1".repeat(20_000));
    read("policy p\nx = a" + ".b".repeat(20_000));
    read("policy p\nx = 1" + " else 1".repeat(5_000));
    StringBuilder chain = new StringBuilder("policy p\nx0 = 1\n");
    for (int i = 1; i < 3_000; i++) {
      chain.append("x" + i + " = x" + (i - 1) + " + x" + (i - 1) + "\n");
    }
    read(chain.toString());
  }

  private static String torn(String text, Draw draw) {
    if (text.isEmpty()) {
      return "policy p";
    }
    int at = draw.below(text.length());
    int end = Math.min(text.length(), at + draw.between(1, 12));
    return switch (draw.below(4)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at) + draw.of(TOKENS) + text.substring(at);
      case 2 -> text.substring(0, at) + (char) draw.between(1, 0x2FF) + text.substring(end);
      default -> text.substring(0, end) + text.substring(at);
    };
  }

  private static List<String> corpus() {
    List<String> corpus = new ArrayList<>(Corpus.texts());
    assertFalse(corpus.isEmpty());
    for (long seed = 1; seed <= 40; seed++) {
      corpus.add(PolicyMaker.make(seed, 1).policy().text());
    }
    return corpus;
  }

  /** Reads a text through every pass: it ends, and what does not compile has an error. */
  private static void read(String text) {
    AtomicReference<Compiled> read = new AtomicReference<>();
    try {
      assertTimeoutPreemptively(SOON, () -> read.set(Compiled.of(text)));
    } catch (RuntimeException | Error failure) {
      throw new AssertionError("This text is not read:\n" + text, failure);
    }
    Compiled compiled = read.get();
    boolean silent =
        compiled.program().isEmpty() && compiled.diagnostics().stream().noneMatch(d -> d.isError());
    assertFalse(silent, () -> "This text is refused without a word:\n" + text);
  }
}
