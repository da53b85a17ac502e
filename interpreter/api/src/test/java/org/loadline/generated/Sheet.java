package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;

/** An entity while its policy is made: what is declared of it, and the facts it has so far. */
final class Sheet {
  final EntityRef ref;
  final String plural;
  final List<Column> columns = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final List<Phrase> facts = new ArrayList<>();
  final List<String> assumptions = new ArrayList<>();
  Optional<Column> key = Optional.empty();
  boolean maximumIsUnlimited;

  /** Whether lookups find its rows. */
  boolean ofTable;

  /** What its rows are known by as a group; empty for rows that a snapshot gives. */
  Optional<Grouped> grouped = Optional.empty();

  final List<History> histories = new ArrayList<>();

  /** What formulas of its own rows can ask of its states. */
  final List<Phrase> lasts = new ArrayList<>();

  /** A series; {@code values} is what each point holds. */
  record History(String name, Column values) {
    String declaration() {
      return name + " : series of " + values.declared();
    }
  }

  /** The keys of a group, and the ways from a row of it to where its references lead too. */
  record Grouped(List<Key> keys, List<Way> ways) {}

  /** A key by which a row of a group is found. */
  record Key(String name, Type type, Optional<Sheet> target) {}

  /** {@code reference} of the group leads to where {@code member} leads from each row in it. */
  record Way(String reference, List<String> member) {}

  boolean isGiven() {
    return grouped.isEmpty();
  }

  /** A reference; {@code plural} is what the rows of this sheet are called from the other side. */
  record Link(String name, Sheet target, String plural, boolean parent, boolean optional) {}

  Sheet(int index, String name, String plural) {
    this.ref = new EntityRef(index, name);
    this.plural = plural;
  }

  String name() {
    return ref.name();
  }

  RowPath self() {
    return RowPath.self(name());
  }

  Type row(RowPath path) {
    return new Type.RowOf(ref, path);
  }

  /** The only reference to another sheet, if there is one and only one. */
  Optional<Link> onlyLinkTo(Sheet other) {
    List<Link> found = links.stream().filter(l -> l.target == other).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  String declaration() {
    StringBuilder text = new StringBuilder("entity " + name() + " {\n");
    key.ifPresent(k -> text.append("    key " + k.name() + " : " + k.declared() + "\n"));
    for (Link link : links) {
      if (link.target().grouped.isPresent()) {
        continue;
      }
      text.append("    ");
      if (link.parent()) {
        boolean plain = link.name().equals(link.target().name());
        text.append("of " + link.target().name() + (plain ? "" : " as " + link.name()));
      } else {
        text.append(link.name() + " : " + link.target().name());
        text.append(link.optional() ? " or none" : "");
      }
      text.append(" listed as " + link.plural() + "\n");
    }
    for (Column column : columns) {
      text.append("    " + column.name());
      if (!column.family().isEmpty()) {
        text.append("(" + column.family().getFirst().name() + ")");
      }
      text.append(" : " + column.declared() + "\n");
    }
    histories.forEach(h -> text.append("    " + h.declaration() + "\n"));
    if (maximumIsUnlimited) {
      text.append("    maximum is unlimited\n");
    }
    assumptions.forEach(a -> text.append("    assume " + a + "\n"));
    return text.append("}").toString();
  }
}
