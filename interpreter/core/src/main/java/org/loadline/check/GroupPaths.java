package org.loadline.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loadline.bound.Bound;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.syntax.Name;

/** What is known of the rows of a group, their parent and keys, and what groups are made by. */
final class GroupPaths {
  private final Checker in;
  private final Set<Input> deciding = new HashSet<>();

  private record Input(EntityRef entity, int field) {}

  GroupPaths(Checker in) {
    this.in = in;
    in.vocabulary.bound().groups().forEach(this::ofMembers);
  }

  /** The group of a row has the row's own keys and parent. */
  private void ofMembers(Bound.BoundGroup made) {
    String name = made.group().name();
    if (!in.vocabulary.isUnique(name)) {
      return;
    }
    if (made.up().isPresent()) {
      Field up = in.vocabulary.entity(made.from()).fields().get(made.up().getAsInt());
      Field parent = in.vocabulary.entity(made.group()).fields().getFirst();
      in.paths.known(name, parent.name(), List.of(up.name()));
    }
    for (List<Name> key : made.declaration().keys()) {
      if (leadsToRow(made, key.getLast())) {
        in.paths.known(name, key.getLast().text(), key.stream().map(Name::text).toList());
      }
    }
  }

  private boolean leadsToRow(Bound.BoundGroup made, Name key) {
    return in.vocabulary
        .entity(made.group())
        .field(key.text())
        .filter(f -> f.type() instanceof Type.RowOf)
        .isPresent();
  }

  /** Takes down that groups are made by a field. */
  void decidedBy(EntityRef entity, int field) {
    deciding.add(new Input(entity, field));
  }

  /** Whether some group is made by a field. */
  boolean isDecidedBy(EntityRef entity, int field) {
    return deciding.contains(new Input(entity, field));
  }

  /** Whether rows of an entity are in groups. */
  boolean areGrouped(EntityRef rows) {
    return in.vocabulary.bound().groups().stream().anyMatch(g -> g.from().equals(rows));
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
          if (leadsToRow(made, last)) {
            in.paths.leads(
                Paths.follow(row, key.stream().map(Name::text).toList()), group.then(last.text()));
          }
        }
      }
    }
  }
}
