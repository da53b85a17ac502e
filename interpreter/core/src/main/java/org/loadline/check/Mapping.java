package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.syntax.Name;

/**
 * The elements that the plurals in the argument of a short aggregate stand for, outermost first.
 */
final class Mapping {
  private final List<Collections.Element> elements = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  void add(String key, String name, Collections.Element element) {
    keys.add(key);
    names.add(name);
    elements.add(element);
  }

  Optional<Collections.Element> element(String key) {
    int place = keys.indexOf(key);
    return place < 0 ? Optional.empty() : Optional.of(elements.get(place));
  }

  List<Collections.Element> elements() {
    return elements;
  }

  Optional<Collections.Element> last() {
    return elements.isEmpty() ? Optional.empty() : Optional.of(elements.getLast());
  }

  String firstName() {
    return names.getFirst();
  }

  Set<Integer> roots() {
    return elements.stream().map(Collections.Element::root).collect(Collectors.toSet());
  }

  /** What to say of a name that only the elements have: it needs their plural before it. */
  Optional<Expr> missing(Name name, Scope s, Checker in) {
    for (int i = elements.size() - 1; i >= 0; i--) {
      if (elements.get(i).value().type() instanceof Type.RowOf row
          && in.vocabulary.parts(row.entity()).contains(name.text())) {
        return Optional.of(
            in.complaints.say(
                FormulaProblem.PLACE_OF_PARTS,
                name.span(),
                "name",
                name.text(),
                "owner",
                s.frame()
                    .row()
                    .map(r -> "`" + ((Type.RowOf) r.type()).entity() + "`")
                    .orElse("the whole"),
                "plural",
                names.get(i)));
      }
    }
    return Optional.empty();
  }
}
