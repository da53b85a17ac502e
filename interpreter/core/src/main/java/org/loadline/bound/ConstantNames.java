package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Name;

/** The names that a constant can be made of, besides units. */
interface ConstantNames extends TypeNames {
  /** A fact of the whole. */
  Optional<Definition> systemFact(String name);

  /** The choices that have a member of this name, the nearest to where it stands. */
  List<ChoiceNames> choicesWith(Name member);

  Optional<ChoiceNames> choiceOf(int index);

  /** What else is called so and is not known before a run: "a param", "an input", "a table". */
  Optional<String> knownOnlyInARun(String name);

  /** The names of facts of the whole and of members, for "did you mean". */
  List<String> constantNames();

  /** A choice with its members. */
  record ChoiceNames(org.loadline.model.ChoiceRef ref, List<String> members) {
    public ChoiceNames {
      members = List.copyOf(members);
    }
  }
}
