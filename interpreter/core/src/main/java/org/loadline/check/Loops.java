package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.core.SortKey;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.syntax.Name;
import org.loadline.syntax.WaterfallEntry;

/** Entries that are done for each of many rows. */
final class Loops {
  private final Checker in;
  private final Entries entries;

  Loops(Checker in, Entries entries) {
    this.in = in;
    this.entries = entries;
  }

  Optional<Entry> each(WaterfallEntry.ForEach each, Sweep.Standing at) {
    Scope s = at.scope();
    Optional<Denoted.Collection> many =
        each.rows().isPresent()
            ? Optional.of(each.rows().get())
                .filter(new Depth(in)::isBounded)
                .flatMap(rows -> in.collections.of(rows, s))
            : ofRowAround(each.row(), s);
    if (many.isEmpty()) {
      return Optional.empty();
    }
    Rows base = Collections.base(many.get().rows());
    if (base instanceof Rows.Members || base instanceof Rows.Numbers) {
      in.complaints.say(EntryProblem.MEMBERS_ARE_NO_ROWS, each.rows().orElseThrow().span());
      return Optional.empty();
    }
    Collections.Element row =
        in.collections.bind(many.get(), each.row().text(), s, each.row().span());
    EntityRef entity = ((Type.RowOf) row.value().type()).entity();
    Scope inside =
        s.withVariable(each.row().text(), row.value(), row.root())
            .withRow(row.value(), entity, row.root());
    Optional<Expr> filter = each.where().flatMap(w -> Entries.condition(in, w, inside));
    Scope chosen = filter.isPresent() ? inside.knowing(Shown.by(filter.get(), true)) : inside;
    List<SortKey> order = new SortKeys(in).of(each.rankedBy(), chosen, entity, row.root());
    Optional<Expr> during = each.going().flatMap(w -> Entries.condition(in, w, inside));
    List<Entry> body = entries.all(each.entries(), at.in(inside));
    return Optional.of(
        new Entry.ForEach(
            Rebuilding.settled(row.binder()), filter, order, during, body, each.span()));
  }

  /** {@code for each position}: the positions of the innermost row that has some. */
  private Optional<Denoted.Collection> ofRowAround(Name name, Scope s) {
    Optional<Entity> entity = in.vocabulary.kind(name.text());
    if (entity.isEmpty()) {
      in.complaints.sayWithHint(
          FormulaProblem.UNKNOWN_NAME,
          name.span(),
          in.vocabulary.entityHint(name.text(), "Say which rows, as in `for each x in xs`."),
          "name",
          name.text());
      return Optional.empty();
    }
    for (Scope.Layer layer : s.layers()) {
      if (layer instanceof Scope.Layer.Row around) {
        List<Denoted.Collection> ways = ways(entity.get(), around, name, s);
        if (ways.size() == 1) {
          remarkOnAnother(entity.get(), around, name, s);
          return Optional.of(ways.getFirst());
        } else if (!ways.isEmpty()) {
          in.complaints.say(
              EntryProblem.SEVERAL_WAYS,
              name.span(),
              "entity",
              name.text(),
              "owner",
              around.entity().name(),
              "plural",
              ways.getFirst().name());
          return Optional.empty();
        }
      }
    }
    in.complaints.say(
        EntryProblem.NO_ROWS_OF, name.span(), "name", name.text(), "plural", entity.get().plural());
    return Optional.empty();
  }

  /** A row further out has some too, which an author may have meant. */
  private void remarkOnAnother(Entity entity, Scope.Layer.Row taken, Name name, Scope s) {
    boolean beyond = false;
    for (Scope.Layer layer : s.layers()) {
      if (beyond
          && layer instanceof Scope.Layer.Row further
          && further.row() != taken.row()
          && !ways(entity, further, name, s).isEmpty()) {
        in.complaints.say(
            WaterfallProblem.OF_THE_INNER_ROW,
            name.span(),
            "name",
            name.text(),
            "inner",
            taken.entity().name(),
            "outer",
            further.entity().name(),
            "plural",
            ways(entity, further, name, s).getFirst().name());
        return;
      }
      beyond |= layer == taken;
    }
  }

  private List<Denoted.Collection> ways(Entity entity, Scope.Layer.Row around, Name name, Scope s) {
    return in.vocabulary.plurals(around.entity()).stream()
        .flatMap(p -> in.vocabulary.children(around.entity(), p).stream())
        .filter(c -> c.entity().ref().equals(entity.ref()))
        .map(
            c ->
                new Denoted.Collection(
                    new Rows.Children(
                        in.names.at(around.row(), name.span(), s),
                        c.entity().ref(),
                        c.field().index()),
                    c.field().plural().orElseThrow()))
        .toList();
  }
}
