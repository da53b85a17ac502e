package org.loadline.check;

import java.util.List;
import org.loadline.bound.Bound;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.syntax.Name;

/** What is known of the rows of a group: they have its parent and its keys. */
final class GroupPaths {
  private final Checker in;

  GroupPaths(Checker in) {
    this.in = in;
  }

  /** Takes down where the references of a row lead that is among the rows of a group. */
  void leads(Entity rows, Field member, RowPath row, RowPath group) {
    for (Bound.BoundGroup made : in.vocabulary.bound().groups()) {
      if (made.from().equals(rows.ref()) && made.member() == member.index()) {
        if (made.up().isPresent()) {
          Field up = rows.fields().get(made.up().getAsInt());
          Field parent = in.vocabulary.entity(made.group()).fields().getFirst();
          in.paths.leads(row.then(up.name()), group.then(parent.name()));
        }
        for (List<Name> key : made.declaration().keys()) {
          Name last = key.getLast();
          boolean leads =
              in.vocabulary
                  .entity(made.group())
                  .field(last.text())
                  .filter(f -> f.type() instanceof Type.RowOf)
                  .isPresent();
          if (leads) {
            in.paths.leads(
                Paths.follow(row, key.stream().map(Name::text).toList()), group.then(last.text()));
          }
        }
      }
    }
  }
}
