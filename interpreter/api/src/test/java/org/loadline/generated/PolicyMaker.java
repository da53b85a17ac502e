package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.MadePolicy.Definition;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Makes a policy, and snapshots for it, from a seed. */
final class PolicyMaker {
  private final World world = new World();
  private final Draw draw;
  private final Formulas formulas;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Definition> others = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();

  private PolicyMaker(Draw draw) {
    this.draw = draw;
    this.formulas = new Formulas(world, draw.split());
  }

  /** A policy, its snapshots, and {@code others} that could stand in the place of its facts. */
  record Made(
      long seed,
      MadePolicy policy,
      List<MadeSnapshot> snapshots,
      List<MadePolicy.Definition> others) {}

  static Made make(long seed, int snapshots) {
    return make(seed, snapshots, 30);
  }

  /** A policy that has states, and its snapshots. */
  static Made remembering(long seed, int snapshots) {
    return make(seed, snapshots, 100);
  }

  private static Made make(long seed, int snapshots, int stateful) {
    Draw draw = new Draw(seed);
    PolicyMaker maker = new PolicyMaker(draw.split());
    List<String> declarations = Declarations.make(maker.world, draw.split());
    maker.facts(draw.between(4, 11), stateful);
    MadePolicy policy =
        new MadePolicy(declarations, draw.shuffled(maker.definitions), maker.report());
    List<MadeSnapshot> made = SnapshotMaker.make(maker.world, draw.split(), snapshots);
    return new Made(seed, policy, made, maker.others);
  }

  /** A policy with waterfalls, and its snapshots. */
  static Made sweeping(long seed, int snapshots) {
    Draw draw = new Draw(seed);
    PolicyMaker maker = new PolicyMaker(draw.split());
    List<String> texts = new ArrayList<>();
    SweepWorld sweep = SweepWorld.make(maker.world, draw.split(), texts);
    maker.facts(draw.between(1, 5), 20);
    Waterfalls.make(sweep, draw.split(), texts, maker.definitions);
    MadePolicy policy = new MadePolicy(texts, maker.definitions, List.of());
    List<MadeSnapshot> made = SnapshotMaker.make(maker.world, draw.split(), snapshots);
    return new Made(seed, policy, made, maker.others);
  }

  private List<String> report() {
    if (draw.chance(50)) {
      return List.of();
    }
    List<String> some = draw.shuffled(outputs);
    return some.subList(0, draw.between(1, some.size()));
  }

  private void facts(int count, int states) {
    definitions.addAll(world.keys);
    boolean stateful = draw.chance(states);
    for (int i = count; i > 0; i--) {
      if (stateful && draw.chance(25)) {
        state();
        continue;
      }
      switch (draw.below(10)) {
        case 0 -> callable();
        case 1 -> function();
        case 2 -> ranked();
        default -> fact();
      }
    }
    if (outputs.isEmpty()) {
      fact();
    }
  }

  private void fact() {
    Optional<Sheet> owner = draw.chance(35) ? Optional.empty() : Optional.of(draw.of(world.sheets));
    Scope scope =
        owner.map(s -> Scope.of(world, draw.split(), s)).orElse(Scope.whole(world, draw.split()));
    String name = world.name(draw.of("total", "worth", "health", "share", "state", "rate"));
    List<String> locals = new ArrayList<>();
    if (draw.chance(12)) {
      scope = locals(scope, locals);
    }
    Type type = type(scope);
    if (locals.isEmpty()) {
      Phrase other = formulas.of(type, draw.between(0, 3), scope);
      others.add(new Definition(owner.map(Sheet::name).orElse(""), name + " = " + other.text()));
    }
    Phrase body = formulas.of(type, draw.between(1, 4), scope);
    Phrase known = Phrase.of(name, Level.POSTFIX, known(type, body), body.digits());
    String with = locals.isEmpty() ? "" : "\n    with " + String.join(", ", locals);
    define(owner, name + " = " + body.text() + with);
    outputs.add(owner.map(s -> s.name() + ".").orElse("") + name);
    owner.ifPresentOrElse(s -> s.facts.add(known), () -> world.facts.add(known));
  }

  private void state() {
    Optional<Sheet> owner = draw.chance(30) ? Optional.empty() : Optional.of(draw.of(world.sheets));
    Scope scope =
        owner.map(s -> Scope.of(world, draw.split(), s)).orElse(Scope.whole(world, draw.split()));
    boolean twins =
        owner.filter(s -> s.key.isEmpty() && s.isGiven() && s.links.size() < 3).isPresent();
    if (twins || owner.filter(s -> !s.isGiven()).isPresent()) {
      fact();
      return;
    }
    Remembered.State made =
        formulas.remembered.made(scope, owner.map(s -> s.lasts).orElse(world.lasts));
    define(owner, made.text());
    outputs.add(owner.map(s -> s.name() + ".").orElse("") + made.known().text());
    owner.ifPresentOrElse(s -> s.facts.add(made.known()), () -> world.facts.add(made.known()));
  }

  /** A block of facts in an order, which read what the rows before them took. */
  private void ranked() {
    Sheet sheet = draw.of(world.sheets);
    Scope scope = Scope.of(world, draw.split(), sheet);
    Ordered.Block block = formulas.ordered.block(scope);
    for (Ordered.Line line : block.lines()) {
      definitions.add(new Definition(sheet.name() + block.order(), line.text()));
      outputs.add(sheet.name() + "." + line.known().text());
      sheet.facts.add(line.known());
    }
  }

  private void define(Optional<Sheet> owner, String text) {
    String broken = draw.chance(50) ? text.replace(" | ", "\n      | ") : text;
    definitions.add(new Definition(owner.map(Sheet::name).orElse(""), broken));
  }

  /** Locals are read by the body, each perhaps by the next. */
  private Scope locals(Scope scope, List<String> locals) {
    Scope inner = scope;
    for (int i = draw.between(1, 2); i > 0; i--) {
      String name = world.name("part");
      Phrase value = formulas.amounts.of(formulas.someUnit(inner), Form.FRACTION, 2, inner);
      boolean open = value.text().matches("-?0");
      if (!open) {
        locals.add(name + " = " + value.at(Level.EXPRESSION));
        inner = inner.with(Phrase.of(name, Level.POSTFIX, value.type(), value.digits()));
      }
    }
    return inner;
  }

  /** What others may take a fact to be: as optional as it was asked for. */
  private static Type known(Type wanted, Phrase body) {
    if (wanted instanceof Type.OrNone(Type.Quantity w)
        && body.type().present() instanceof Type.Quantity) {
      return new Type.OrNone(w);
    }
    if (wanted instanceof Type.Quantity w && w.orUnlimited()) {
      return wanted;
    }
    return body.type();
  }

  private Type type(Scope scope) {
    return switch (draw.below(24)) {
      case 0, 1, 2 -> Type.FLAG;
      case 3, 4 -> new Type.OfChoice(draw.of(world.choices).ref());
      case 5 -> Type.TEXT;
      case 6 -> draw.of(Type.INSTANT, Type.DATE);
      case 7 -> draw.of(world.sheets).row(draw.of(world.sheets).self());
      case 8, 9 -> new Type.OrNone(World.amount(formulas.someUnit(scope)));
      case 10 -> new Type.OrNone(new Type.OfChoice(draw.of(world.choices).ref()));
      case 11, 12 -> new Type.Quantity(formulas.someUnit(scope), Form.FRACTION, true);
      default ->
          new Type.Quantity(
              formulas.someUnit(scope),
              draw.of(Form.DECIMAL, Form.FIXED_FRACTION, Form.FRACTION),
              false);
    };
  }

  private record Signature(List<String> labels, List<Type> types, List<String> texts) {}

  private Signature signature() {
    List<String> labels = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = draw.between(1, 3); i > 0; i--) {
      String name = world.name("arg");
      labels.add(name);
      switch (draw.below(5)) {
        case 0 -> {
          types.add(Type.FLAG);
          texts.add(name + " : flag");
        }
        case 1 -> {
          Type.OfChoice choice = new Type.OfChoice(draw.of(world.choices).ref());
          types.add(choice);
          texts.add(name + " : " + choice.choice().name());
        }
        default -> {
          Unit unit = draw.chance(50) ? Unit.ONE : Unit.of(draw.of(world.units), Optional.empty());
          types.add(new Type.Quantity(unit, Form.FRACTION, false));
          texts.add(name + " : " + Declarations.declared(unit));
        }
      }
    }
    return new Signature(labels, types, texts);
  }

  private Scope with(Scope scope, Signature signature) {
    Scope inner = scope;
    for (int i = 0; i < signature.labels().size(); i++) {
      inner =
          inner.with(
              Phrase.of(
                  signature.labels().get(i),
                  Level.POSTFIX,
                  signature.types().get(i),
                  Lookups.PARAMETER_DIGITS));
    }
    return inner;
  }

  private void callable() {
    Optional<Sheet> owner = draw.chance(30) ? Optional.empty() : Optional.of(draw.of(world.sheets));
    Scope scope =
        owner.map(s -> Scope.of(world, draw.split(), s)).orElse(Scope.whole(world, draw.split()));
    Signature signature = signature();
    Scope inner = with(scope, signature);
    Unit unit = formulas.someUnit(inner);
    Unit plain = World.isWritable(unit) ? unit : Unit.ONE;
    Form most = draw.of(Form.DECIMAL, Form.FRACTION);
    Phrase body = formulas.amounts.of(plain, most, 3, inner);
    String needs =
        draw.chance(20) ? "\n    needs " + formulas.conditions.of(1, inner).at(Level.OR) : "";
    String name = world.name("asked");
    define(owner, name + "(" + String.join(", ", signature.texts()) + ") = " + body.text() + needs);
    world.callables.add(
        new World.Callable(
            owner,
            name,
            signature.labels(),
            signature.types(),
            "",
            formulas.quantity(plain, body.form()),
            body.digits()));
  }

  private void function() {
    Signature signature = signature();
    Scope scope = with(Scope.whole(world, draw.split()), signature);
    String name = world.name("sheet");
    StringBuilder text =
        new StringBuilder(
            "function " + name + "(" + String.join(", ", signature.texts()) + ") {\n");
    List<World.Callable> made = new ArrayList<>();
    int facts = draw.between(1, 3);
    for (int i = 0; i < facts; i++) {
      boolean last = i == facts - 1;
      String fact = last ? "result" : world.name("line");
      Unit unit = formulas.someUnit(scope);
      Unit plain = World.isWritable(unit) ? unit : Unit.ONE;
      Phrase body = formulas.amounts.of(plain, Form.FRACTION, 2, scope);
      text.append("    " + fact + " = " + body.text() + "\n");
      if (body.text().matches("-?0")) {
        continue;
      }
      made.add(
          new World.Callable(
              Optional.empty(),
              name,
              signature.labels(),
              signature.types(),
              last && draw.chance(70) ? "" : "." + fact,
              body.type(),
              body.digits()));
      scope = scope.with(Phrase.of(fact, Level.POSTFIX, body.type(), body.digits()));
    }
    definitions.add(new Definition("", text + "}"));
    world.callables.addAll(made);
  }
}
