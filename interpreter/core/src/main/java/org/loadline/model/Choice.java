package org.loadline.model;

import java.util.List;
import org.loadline.source.Span;

/** Named outcomes in order; a member is held as its place. */
public record Choice(ChoiceRef ref, List<String> members, String doc, Span span) {
  public Choice {
    members = List.copyOf(members);
  }
}
