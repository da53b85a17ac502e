package org.loadline.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.syntax.Name;

/** What the names mean under which tests and cases give values, and what is said of others. */
final class GivenNames {
  private final Checker in;

  GivenNames(Checker in) {
    this.in = in;
  }

  /** Says that nothing of that name can be given. */
  void noSubject(Name subject) {
    List<String> known = new ArrayList<>(List.of("system", "param"));
    in.vocabulary.bound().entities().stream()
        .filter(Entity::isGiven)
        .forEach(e -> known.add(e.name()));
    in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_GIVEN,
        subject.span(),
        Suggestions.hint(subject.text(), known, FormulaProblem.UNKNOWN_GIVEN.hint()),
        "name",
        subject.text());
  }

  /** The param of a name; that there is none has been said. */
  Optional<Param> knownParam(Name name) {
    Optional<Param> param = in.vocabulary.param(name.text());
    if (param.isEmpty()) {
      notKnown(
          name,
          "The policy",
          Optional.empty(),
          in.vocabulary.bound().params().stream().map(p -> p.ref().name()).toList());
    }
    param.ifPresent(p -> in.uses.read(p.span()));
    return param;
  }

  /** Says that an owner has no field of that name to be given. */
  void unknown(Name name, String owner, Optional<Defined> fact, List<Field> fields) {
    List<String> known = new ArrayList<>();
    fields.stream().filter(f -> !f.role().isHandedBack()).forEach(f -> known.add(f.name()));
    notKnown(name, owner, fact, known);
  }

  private void notKnown(Name name, String owner, Optional<Defined> fact, Collection<String> known) {
    if (fact.isPresent() && !GivenStates.isWords(name.text())) {
      String hint =
          fact.get().starts().isPresent()
              ? "Give its last value: `was " + name.text() + " = …`."
              : FormulaProblem.NOT_AN_INPUT.hint();
      in.complaints.sayWithHint(
          FormulaProblem.NOT_AN_INPUT, name.span(), hint, "name", name.text());
      return;
    }
    if (new StateNames(in).unknown(name).isPresent()) {
      return;
    }
    in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_PART,
        name.span(),
        Suggestions.hint(name.text(), known, FormulaProblem.UNKNOWN_PART.hint()),
        "owner",
        owner,
        "name",
        name.text());
  }

  /** The place of a column in its family, the last choice varying fastest. */
  Optional<Integer> member(Field field, List<Name> family, Name name) {
    if (family.size() != field.family().size()) {
      in.complaints.say(
          FormulaProblem.NEEDS_ARGUMENTS,
          name.span(),
          "name",
          name.text(),
          "parameters",
          String.join(", ", field.family().stream().map(ChoiceRef::name).toList()));
      return Optional.empty();
    }
    int place = 0;
    for (int i = 0; i < family.size(); i++) {
      Choice choice = in.vocabulary.choice(field.family().get(i));
      int at = choice.members().indexOf(family.get(i).text());
      if (at < 0) {
        in.complaints.noMember(choice, family.get(i));
        return Optional.empty();
      }
      place = place * choice.members().size() + at;
    }
    return Optional.of(place);
  }
}
