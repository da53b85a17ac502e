package org.loadline.page.kit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The colours of a page, for light and for dark surroundings; none carries a meaning alone. */
public enum Palette {
  GROUND("#faf9f6", "#16181b"),
  CARD("#ffffff", "#1f2226"),
  RULE("#dedad1", "#363b41"),
  INK("#1b1e22", "#eceae5"),
  QUIET("#595f67", "#a7adb5"),
  OLD("#6a6f77", "#9aa0a8"),
  NEW("#0b5a9e", "#7db8ee"),
  TIGHTENS("#8a4600", "#f0ae63"),
  LOOSENS("#00665c", "#5fcabb"),
  UNKNOWN("#5f3b9c", "#bda3ee"),
  GOOD("#1a6634", "#74cb8f"),
  BAD("#a31f26", "#ff9a96"),
  FLOW_1("#e9f1f8", "#1f2f3d"),
  FLOW_2("#cfe2f2", "#21435f"),
  FLOW_3("#a9cdea", "#255680"),
  GONE("#fbeceb", "#3a2325"),
  COME("#e8f3ec", "#1e3326");

  private final String light;
  private final String dark;

  Palette(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  String light() {
    return light;
  }

  String dark() {
    return dark;
  }

  /** The name that the style sheet reads it by: {@code --flow-1}. */
  String variable() {
    return "--" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** What text in this colour may stand on. */
  List<Palette> grounds() {
    return switch (this) {
      case GROUND, CARD, RULE, FLOW_1, FLOW_2, FLOW_3, GONE, COME -> List.of();
      case INK -> List.of(GROUND, CARD, FLOW_1, FLOW_2, FLOW_3, GONE, COME);
      case QUIET, OLD, NEW, TIGHTENS, LOOSENS, UNKNOWN -> List.of(GROUND, CARD);
      case GOOD -> List.of(GROUND, CARD, COME);
      case BAD -> List.of(GROUND, CARD, GONE);
    };
  }

  static String lightVariables() {
    return variables(true);
  }

  static String darkVariables() {
    return variables(false);
  }

  private static String variables(boolean light) {
    return Arrays.stream(values())
        .map(c -> c.variable() + ": " + (light ? c.light : c.dark) + ";")
        .collect(Collectors.joining(" "));
  }
}
