package org.loadline.values;

import java.util.Objects;

/** A piece of text; two texts are equal if their characters are. */
public record Text(String value) implements Value {
  public Text {
    Objects.requireNonNull(value, "value");
  }
}
