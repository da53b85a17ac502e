package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.values.Exact;

/** Programs that declare data and say nothing about it, made by hand. */
final class Declarations {
  static final Span HERE = new Span(Source.of("book.risk", ""), 0, 0);
  static final Type USD = quantity(Unit.of("USD", Optional.empty()), false);

  private final List<Choice> choices = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>();
  private final List<Field> system = new ArrayList<>();

  /** Accounts, markets, positions of both, orders known within their account, fills of orders. */
  static Program book() {
    return book(List.of());
  }

  static Program book(List<Output> outputs) {
    Declarations all = new Declarations();
    ChoiceRef tier = all.choice("tier", "retail", "professional");
    all.system(field("now", Type.INSTANT));
    all.system(stepped(field("insurance", USD), new StepRule.Fixed(Exact.ofFraction(1, 100))));
    EntityRef market = new EntityRef(0, "market");
    EntityRef account = new EntityRef(1, "account");
    EntityRef order = new EntityRef(3, "order");
    Type ratio = quantity(Unit.ONE, false);
    all.entity(
        "markets",
        false,
        market,
        key("symbol", Type.TEXT),
        field("mark", USD),
        field("lot", quantity(Unit.ONE, false)));
    all.entity(
        "accounts",
        true,
        account,
        key("id", Type.TEXT),
        stepped(field("cash", USD), new StepRule.Fixed(Exact.ofFraction(1, 100))),
        field("tier", new Type.OfChoice(tier)),
        field("frozen", Type.FLAG),
        field("opened", Type.DATE),
        field("grace", new Type.OrNone(quantity(Unit.TIME, false))),
        field("ceiling", quantity(Unit.of("USD", Optional.empty()), true)),
        family(field("weight", ratio), tier),
        field("note", new Type.OrNone(Type.TEXT)));
    all.entity(
        "positions",
        false,
        new EntityRef(2, "position"),
        reference("account", account, false),
        reference("market", market, false),
        stepped(field("size", quantity(Unit.ONE, false)), new StepRule.ByRow(List.of(1, 2), false)),
        field("entry", USD));
    all.entity(
        "orders",
        false,
        order,
        reference("account", account, false),
        key("id", quantity(Unit.ONE, false)),
        field("price", USD));
    all.entity(
        "fills",
        false,
        new EntityRef(4, "fill"),
        reference("order", order, false),
        field("quantity", ratio),
        reference("hedge", order, true));
    return all.program(outputs);
  }

  ChoiceRef choice(String name, String... members) {
    ChoiceRef ref = new ChoiceRef(choices.size(), name);
    choices.add(new Choice(ref, List.of(members), "", HERE));
    return ref;
  }

  void system(Field field) {
    system.add(indexed(field, system.size()));
  }

  void entity(String plural, boolean maximumIsUnlimited, EntityRef ref, Field... fields) {
    List<Field> numbered = new ArrayList<>();
    OptionalInt key = OptionalInt.empty();
    OptionalInt parent = OptionalInt.empty();
    for (Field field : fields) {
      int index = numbered.size();
      numbered.add(indexed(field, index));
      if (field.role() == Field.Role.KEY) {
        key = OptionalInt.of(index);
      }
      if (field.role() == Field.Role.REFERENCE && parent.isEmpty() && !field.type().isOptional()) {
        parent = OptionalInt.of(index);
      }
    }
    entities.add(
        new Entity(ref, plural, false, numbered, key, parent, maximumIsUnlimited, "", HERE));
  }

  Program program(List<Output> outputs) {
    return new Program(
        "book",
        "",
        choices,
        entities,
        List.of(),
        system,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        outputs,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(Source.of("book.risk", "")));
  }

  static Type quantity(Unit unit, boolean orUnlimited) {
    return new Type.Quantity(unit, Type.Form.DECIMAL, orUnlimited);
  }

  static Field key(String name, Type type) {
    return plain(name, Field.Role.KEY, type);
  }

  static Field field(String name, Type type) {
    return plain(name, Field.Role.INPUT, type);
  }

  static Field reference(String name, EntityRef target, boolean optional) {
    Type row = new Type.RowOf(target, RowPath.self(target.name()));
    return plain(name, Field.Role.REFERENCE, optional ? new Type.OrNone(row) : row);
  }

  static Field stepped(Field f, StepRule step) {
    return new Field(
        f.index(),
        f.name(),
        f.role(),
        f.type(),
        f.family(),
        Optional.of(step),
        f.within(),
        f.bucket(),
        f.plural(),
        f.wholeNumber(),
        f.doc(),
        f.span());
  }

  static Field family(Field f, ChoiceRef... choices) {
    return new Field(
        f.index(),
        f.name(),
        f.role(),
        f.type(),
        List.of(choices),
        f.step(),
        f.within(),
        f.bucket(),
        f.plural(),
        f.wholeNumber(),
        f.doc(),
        f.span());
  }

  private static Field indexed(Field f, int index) {
    return new Field(
        index,
        f.name(),
        f.role(),
        f.type(),
        f.family(),
        f.step(),
        f.within(),
        f.bucket(),
        f.plural(),
        f.wholeNumber(),
        f.doc(),
        f.span());
  }

  private static Field plain(String name, Field.Role role, Type type) {
    return new Field(
        0,
        name,
        role,
        type,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        "",
        HERE);
  }
}
