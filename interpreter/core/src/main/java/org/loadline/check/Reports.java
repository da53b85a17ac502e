package org.loadline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.core.Output;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/** What is output: what {@code report} says, or every fact of the policy itself. */
final class Reports {
  private final Checker in;

  Reports(Checker in) {
    this.in = in;
  }

  List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    if (in.vocabulary.bound().reports().isEmpty()) {
      in.vocabulary.facts().stream()
          .filter(d -> !d.imported() && d.parameters().isEmpty())
          .sorted(Comparator.comparingInt(d -> d.span().start()))
          .forEach(d -> output(d).ifPresent(outputs::add));
      return outputs;
    }
    for (Declaration.Report report : in.vocabulary.bound().reports()) {
      report.items().forEach(item -> reported(item).ifPresent(outputs::add));
    }
    return outputs.stream().distinct().toList();
  }

  private Optional<Output> reported(Declaration.Report.Item item) {
    Optional<Output> output = item(item.fact());
    if (item.role().isEmpty()) {
      return output;
    }
    Name word = item.role().get();
    Optional<Output.Role> role = Output.Role.of(word.text());
    if (role.isEmpty()) {
      in.complaints.say(FormulaProblem.UNKNOWN_ROLE, word.span(), "word", word.text());
      return output;
    }
    return output.map(
        o -> {
          if (!isNumber(o.type())) {
            in.complaints.say(
                FormulaProblem.ROLE_OF_NO_NUMBER,
                item.fact().span(),
                "name",
                o.name(),
                "role",
                word.text());
          }
          return o.as(role.get());
        });
  }

  private static boolean isNumber(Type type) {
    return type instanceof Type.Quantity
        || (type instanceof Type.OrNone(Type of) && of instanceof Type.Quantity);
  }

  private Optional<Output> output(Defined d) {
    in.uses.read(d);
    Instance instance = in.definitions.plain(d);
    return Open.isBroken(instance.type())
        ? Optional.empty()
        : Optional.of(new Output(d.fullName(), d.owner(), instance.ref(), instance.type()));
  }

  /** What an item of a report, or of an expectation, names. */
  Optional<Output> item(Expression item) {
    return switch (item) {
      case Expression.Reference r -> whole(r.name());
      case Expression.Member(Expression.Reference r, Name part, var span) -> part(r.name(), part);
      case Expression.Unreadable u -> Optional.empty();
      default -> {
        in.complaints.say(FormulaProblem.NOT_A_FACT, item.span());
        yield Optional.empty();
      }
    };
  }

  /** A fact or input of no row. */
  Optional<Output> whole(Name name) {
    Optional<Defined> fact = in.vocabulary.fact(Optional.empty(), name.text());
    if (fact.isPresent()) {
      return plain(fact.get(), name);
    }
    Optional<Integer> input = in.vocabulary.input(name.text()).map(i -> i.index());
    if (input.isPresent()) {
      Field field = in.vocabulary.bound().system().get(input.get());
      return output(Defined.input(Optional.empty(), field, name));
    }
    List<String> known = List.copyOf(in.vocabulary.facts(Optional.empty()).keySet());
    unknown(
        name,
        in.vocabulary.having(name.text()).stream()
            .findFirst()
            .map(rows -> "Did you mean `" + rows.name() + "." + name.text() + "`?")
            .orElseGet(() -> nearest(name, known)));
    return Optional.empty();
  }

  /** A fact or field of an entity. */
  Optional<Output> part(Name entity, Name part) {
    Optional<EntityRef> owner = in.vocabulary.kind(entity.text()).map(Entity::ref);
    if (owner.isEmpty()) {
      List<String> known =
          in.vocabulary.bound().entities().stream()
              .filter(e -> !e.written())
              .map(Entity::name)
              .toList();
      unknown(entity, nearest(entity, known));
      return Optional.empty();
    }
    Optional<Defined> fact = in.vocabulary.fact(owner, part.text());
    if (fact.isPresent()) {
      return plain(fact.get(), part);
    }
    Optional<Field> field = in.vocabulary.entity(owner.get()).field(part.text());
    if (field.isPresent() && field.get().family().isEmpty()) {
      return output(Defined.input(owner, field.get(), part));
    }
    in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_PART,
        part.span(),
        in.vocabulary.partHint(part.text(), owner.get()),
        "owner",
        "A row of `" + owner.get() + "`",
        "name",
        part.text());
    return Optional.empty();
  }

  private Optional<Output> plain(Defined fact, Name name) {
    if (fact.parameters().isEmpty()) {
      return output(fact);
    }
    in.complaints.say(
        FormulaProblem.NEEDS_ARGUMENTS,
        name.span(),
        "name",
        name.text(),
        "parameters",
        fact.ownNames());
    return Optional.empty();
  }

  private static String nearest(Name name, List<String> known) {
    return Suggestions.hint(name.text(), known, FormulaProblem.UNKNOWN_NAME.hint());
  }

  private void unknown(Name name, String hint) {
    in.complaints.sayWithHint(FormulaProblem.UNKNOWN_NAME, name.span(), hint, "name", name.text());
  }
}
