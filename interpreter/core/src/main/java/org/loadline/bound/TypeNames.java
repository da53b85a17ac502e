package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;

/** The names that a type can be made of. */
public interface TypeNames {
  Optional<Bound.UnitName> unit(String name);

  Optional<ChoiceRef> choiceNamed(String name);

  /** An entity of the snapshot. */
  Optional<EntityRef> entityNamed(String name);

  /** Every name of the three kinds, for "did you mean". */
  List<String> typeNames();
}
