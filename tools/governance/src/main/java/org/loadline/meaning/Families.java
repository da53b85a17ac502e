package org.loadline.meaning;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Program;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Field;

/** The columns of a family, by the members that they stand for. */
record Families(Program program, TypeForms types) {

  /** The column at a place; the members of the last choice vary fastest. */
  Form column(Field field, int place) {
    List<Form> members = new ArrayList<>();
    int rest = place;
    for (ChoiceRef choice : field.family().reversed()) {
      int size = program.choice(choice).members().size();
      members.addFirst(types.member(choice, rest % size));
      rest /= size;
    }
    return Form.node("column", members);
  }
}
