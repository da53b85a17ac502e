package org.loadline.page.kit;

/** Marks that stand before a word, so that neither a sign nor a colour has to be known. */
public enum Mark {
  TIGHTER("▲", "tightens"),
  LOOSER("▼", "loosens"),
  NEITHER("=", "neutral"),
  EITHER("?", "unknown"),
  GOOD("✓", "good"),
  BAD("✗", "bad"),
  OPEN("?", "unknown");

  private final String sign;
  private final String style;

  Mark(String sign, String style) {
    this.sign = sign;
    this.style = style;
  }

  String sign() {
    return sign;
  }

  String style() {
    return style;
  }
}
