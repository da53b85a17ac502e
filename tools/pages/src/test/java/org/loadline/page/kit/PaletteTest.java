package org.loadline.page.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2 defines it: text needs 4.5 to 1. */
class PaletteTest {
  private static final double LEAST = 4.5;

  @ParameterizedTest
  @EnumSource(Palette.class)
  void textStandsOutFromWhateverItStandsOn(Palette text) {
    for (Palette ground : text.grounds()) {
      assertContrast(text, ground, Palette::light);
      assertContrast(text, ground, Palette::dark);
    }
  }

  private static void assertContrast(
      Palette text, Palette ground, Function<Palette, String> scheme) {
    double contrast = contrast(scheme.apply(text), scheme.apply(ground));
    assertTrue(contrast >= LEAST, text + " on " + ground + ": " + contrast);
  }

  @Test
  void contrastIsThatOfTheStandard() {
    assertEquals(21, contrast("#000000", "#ffffff"), 1e-9);
    assertEquals(4.54, contrast("#767676", "#ffffff"), 0.01);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Test
  void theStyleSheetUsesNoColourButThose() {
    String rules = Style.sheet().substring(Style.sheet().indexOf("box-sizing"));
    assertTrue(rules.contains("var(--ink)"));
    assertTrue(!rules.matches("(?s).*#[0-9a-fA-F]{3,8}\\b.*"), "a colour of its own");
    var used = java.util.regex.Pattern.compile("var\\((--[a-z0-9-]+)\\)").matcher(rules).results();
    var known = java.util.Arrays.stream(Palette.values()).map(Palette::variable).toList();
    used.forEach(m -> assertTrue(known.contains(m.group(1)), m.group(1)));
  }
}
