package org.loadline.bound;

/** How the rows of an entity are called together, if the text does not say. */
final class Plurals {
  private Plurals() {}

  /**
   * Consonant and {@code y}: {@code ies}; after a hissing sound {@code es}; otherwise {@code s}.
   */
  static String of(String name) {
    if (name.endsWith("y") && name.length() > 1 && !isVowel(name.charAt(name.length() - 2))) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    boolean hissing =
        name.endsWith("s")
            || name.endsWith("x")
            || name.endsWith("z")
            || name.endsWith("ch")
            || name.endsWith("sh");
    return name + (hissing ? "es" : "s");
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }
}
