package org.loadline.bound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.model.ChangeRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Permission;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.EnvelopeItem;
import org.loadline.syntax.Limit;
import org.loadline.syntax.Name;
import org.loadline.syntax.SyntaxFile;

/** Reads what an envelope lets change, by the params and tables of the policy that it is of. */
final class Envelopes {
  private final Map<String, Type> governed = new LinkedHashMap<>();
  private final ChangeReader changes;
  private final DiagnosticSink sink;

  Envelopes(
      Declared declared,
      List<Param> params,
      List<Entity> entities,
      List<Table> tables,
      DiagnosticSink sink) {
    this.sink = sink;
    this.changes = new ChangeReader(new ConstantFolder(declared, new NoRow(sink), sink), sink);
    params.forEach(p -> governed.put(p.ref().name(), p.type()));
    for (Table table : tables) {
      for (Field field : entities.get(table.rows().index()).fields()) {
        governed.put(table.ref().name() + "." + field.name(), field.type());
      }
    }
  }

  /** The envelope that a file consists of; empty if it is no file of an envelope. */
  static Optional<Declaration.Envelope> of(SyntaxFile file, DiagnosticSink sink) {
    Optional<Declaration.Envelope> first =
        file.declarations().stream()
            .filter(Declaration.Envelope.class::isInstance)
            .map(Declaration.Envelope.class::cast)
            .findFirst();
    if (file.header().isPresent() || first.isEmpty()) {
      return Optional.empty();
    }
    file.declarations().stream()
        .filter(d -> d != first.get())
        .forEach(d -> new Saying(sink, MandateProblem.BESIDE_ENVELOPE, d.span()).send());
    return first;
  }

  /** {@code policy} is what the policy is called that it is held against. */
  Bound.BoundEnvelope bound(Declaration.Envelope written, String policy) {
    String wanted = written.policy().stream().map(Name::text).collect(Collectors.joining("."));
    if (!written.policy().isEmpty() && !("." + wanted).endsWith("." + policy)) {
      Span at = written.policy().getFirst().span().to(written.policy().getLast().span());
      new Saying(sink, MandateProblem.OTHER_POLICY, at)
          .with("title", written.title())
          .with("wanted", wanted)
          .with("found", policy)
          .send();
    }
    if (written.from().isPresent()
        && written.until().filter(u -> u.isBefore(written.from().get())).isPresent()) {
      new Saying(sink, MandateProblem.NO_DAYS, written.span()).send();
    }
    Map<String, Permission> permitted = new LinkedHashMap<>();
    List<EnvelopeItem.Requirement> requirements = new ArrayList<>();
    for (EnvelopeItem item : written.items()) {
      switch (item) {
        case EnvelopeItem.Permitted it -> permission(it, permitted);
        case EnvelopeItem.Together it -> {}
        case EnvelopeItem.Requirement it -> requirements.add(it);
      }
    }
    for (EnvelopeItem item : written.items()) {
      if (item instanceof EnvelopeItem.Together together) {
        together(together, permitted);
      }
    }
    permitted
        .values()
        .forEach(
            p ->
                p.change().together().stream()
                    .filter(other -> !permitted.containsKey(other))
                    .forEach(other -> mayNotChange(other, p.span())));
    return new Bound.BoundEnvelope(written, List.copyOf(permitted.values()), requirements);
  }

  private void permission(EnvelopeItem.Permitted item, Map<String, Permission> permitted) {
    Optional<String> name = named(item.subject());
    if (name.isEmpty()) {
      return;
    }
    item.limits().stream()
        .filter(l -> l instanceof Limit.Clipped || l instanceof Limit.Refused)
        .forEach(l -> new Saying(sink, MandateProblem.BEYOND, l.span()).send());
    Type type = governed.getOrDefault(name.get(), Type.NUMBER);
    ChangeReader.Limits limits = changes.read(item.limits(), type, other -> named(List.of(other)));
    Permission read =
        new Permission(name.get(), type, limits.within(), limits.change(), item.span());
    if (permitted.putIfAbsent(name.get(), read) != null) {
      new Saying(sink, MandateProblem.PERMITTED_TWICE, item.span()).with("name", name.get()).send();
    }
  }

  private void together(EnvelopeItem.Together group, Map<String, Permission> permitted) {
    Set<String> members = new LinkedHashSet<>();
    group.members().forEach(path -> named(path).ifPresent(members::add));
    if (members.size() == 1 && group.members().size() == 1) {
      new Saying(sink, MandateProblem.TOGETHER_ALONE, group.span()).send();
    }
    for (String member : members) {
      Permission before = permitted.get(member);
      if (before == null) {
        mayNotChange(member, group.span());
      } else {
        Set<String> others = new LinkedHashSet<>(before.change().together());
        others.addAll(members);
        others.retainAll(permitted.keySet());
        others.remove(member);
        ChangeRule rule = before.change().with(List.copyOf(others));
        permitted.put(
            member, new Permission(member, before.type(), before.within(), rule, before.span()));
      }
    }
  }

  private void mayNotChange(String name, Span at) {
    new Saying(sink, MandateProblem.MAY_NOT_CHANGE, at).with("name", name).send();
  }

  private Optional<String> named(List<Name> path) {
    String text = path.stream().map(Name::text).collect(Collectors.joining("."));
    if (governed.containsKey(text)) {
      return Optional.of(text);
    }
    Span span = path.getFirst().span().to(path.getLast().span());
    new Saying(sink, MandateProblem.NOT_GOVERNED, span)
        .with("name", text)
        .hint(
            Suggestions.hint(
                text, List.copyOf(governed.keySet()), MandateProblem.NOT_GOVERNED.hint()))
        .send();
    return Optional.empty();
  }
}
