package org.loadline.meaning;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Forms whose order means nothing, in the order of their texts. */
final class Sorted {
  private Sorted() {}

  static List<Form> all(Collection<Form> forms) {
    return forms.stream().sorted(Comparator.comparing(Form::text)).toList();
  }

  /** Each once. */
  static List<Form> distinct(Collection<Form> forms) {
    return all(forms).stream().distinct().toList();
  }
}
