package org.loadline.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.Bound;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.syntax.Expression;
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
        in.paths.known(name, key.getLast().text(), references(made, key));
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

  /** The references that a key follows; a fact on it that is a path stands for that path. */
  private List<String> references(Bound.BoundGroup made, List<Name> key) {
    List<String> followed = new ArrayList<>();
    Set<Defined> seen = new HashSet<>();
    Deque<Name> ahead = new ArrayDeque<>(key);
    EntityRef at = made.from();
    while (!ahead.isEmpty()) {
      String name = ahead.pop().text();
      Optional<Field> field = in.vocabulary.entity(at).field(name);
      if (field.isPresent() && field.get().type().present() instanceof Type.RowOf to) {
        followed.add(name);
        at = to.entity();
        continue;
      }
      Optional<List<Name>> path =
          in.vocabulary
              .fact(Optional.of(at), name)
              .filter(seen::add)
              .filter(d -> d.parameters().isEmpty() && d.locals().isEmpty())
              .flatMap(d -> names(d.body()));
      if (path.isEmpty()) {
        return key.stream().map(Name::text).toList();
      }
      path.get().reversed().forEach(ahead::push);
    }
    return followed;
  }

  private static Optional<List<Name>> names(Expression body) {
    return switch (body) {
      case Expression.Reference reference -> Optional.of(List.of(reference.name()));
      case Expression.Member member ->
          names(member.target())
              .map(
                  before -> {
                    List<Name> all = new ArrayList<>(before);
                    all.add(member.name());
                    return all;
                  });
      default -> Optional.empty();
    };
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
            in.paths.leads(Paths.follow(row, references(made, key)), group.then(last.text()));
          }
        }
      }
    }
  }
}
