package org.loadline.engine.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a snapshot and of the policies run on it, each with a place of its own. */
public final class Texts {
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  public synchronized int place(String text) {
    Integer known = places.putIfAbsent(text, texts.size());
    if (known != null) {
      return known;
    }
    texts.add(text);
    return texts.size() - 1;
  }

  public synchronized String text(int place) {
    return texts.get(place);
  }
}
