package org.loadline.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.data.InputRows;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Rounding;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;

/** Formulas and data drawn from a seed, hostile numbers among them. */
class RandomFormulasTest {
  private static final String DECLARED =
      """
      entity parent { key id
        p, q : number }
      entity child { of parent
        key id
        a, b, c : number }
      for each child { fact = a }
      """;
  private static final int FACTS = 14;

  /** More of them with {@code -Dseeds=1000}. */
  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("seeds", 24));
  }

  private Random random = new Random(0);
  private Program declared = Policies.policy(DECLARED);
  private Span span = declared.facts().getFirst().span();
  private final List<Fact> facts = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("seeds")
  void agree(long seed) {
    random = new Random(seed);
    Entity child = declared.entity("child").orElseThrow();
    Entity parent = declared.entity("parent").orElseThrow();
    for (int i = 0; i < FACTS; i++) {
      Entity owner = i % 3 == 2 ? parent : child;
      Expr body = number(owner, 0, 4, 1);
      facts.add(
          new Fact(
              new FactRef(i, "f" + i),
              Optional.of(owner.ref()),
              List.of(),
              Optional.empty(),
              body,
              Type.NUMBER,
              8,
              Fact.Origin.FACT,
              "",
              span));
    }
    List<Output> outputs =
        facts.stream().map(f -> new Output(f.name(), f.owner(), f.ref(), Type.NUMBER)).toList();
    Program program =
        new Program(
            "random",
            "",
            declared.choices(),
            declared.entities(),
            declared.groupings(),
            declared.system(),
            declared.params(),
            declared.tables(),
            facts,
            List.of(),
            List.of(),
            outputs,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            declared.sources());
    Agreement.of(program, snapshot(program, parent, child));
  }

  private Snapshot snapshot(Program program, Entity parent, Entity child) {
    SnapshotBuilder builder = new SnapshotBuilder(program);
    InputRows parents = builder.rows(parent.ref());
    InputRows children = builder.rows(child.ref());
    for (int i = 0; i < 4; i++) {
      int row = parents.add();
      parents.put(row, 0, 0, new Text("p" + i));
      put(parents, parent, row);
      for (int j = 0; j < i; j++) {
        int below = children.add();
        children.put(below, child.field("parent").orElseThrow().index(), 0, new RowNumber(row));
        children.put(below, child.field("id").orElseThrow().index(), 0, new Text("c" + i + j));
        put(children, child, below);
      }
    }
    return builder.build().snapshot().orElseThrow();
  }

  private void put(InputRows rows, Entity entity, int row) {
    for (Field field : entity.fields()) {
      if (field.role() == Field.Role.INPUT && random.nextInt(20) > 0) {
        rows.put(row, field.index(), 0, hostile());
      }
    }
  }

  private Exact hostile() {
    return switch (random.nextInt(12)) {
      case 10 -> Exact.ofUnscaled(new BigInteger(random.nextInt(251), random), random.nextInt(28));
      case 11 -> Exact.ofUnscaled(new BigInteger(90, random).negate(), 27);
      case 0 -> Exact.ZERO;
      case 1 -> Exact.of(random.nextInt(5) - 2);
      case 2 -> Exact.of(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE);
      case 3 -> Exact.of(new BigInteger(126, random).multiply(BigInteger.valueOf(-1)));
      case 4 -> Exact.ofUnscaled(new BigInteger(100, random), 18);
      case 5 -> Exact.ofUnscaled(BigInteger.valueOf(random.nextLong()), 9);
      default -> Exact.ofUnscaled(BigInteger.valueOf(random.nextInt(2_000_000) - 1_000_000), 4);
    };
  }

  private Expr constant() {
    Exact value =
        random.nextInt(4) == 0
            ? Exact.ofFraction(random.nextInt(20) - 10, 1 + random.nextInt(9))
            : Exact.ofUnscaled(BigInteger.valueOf(random.nextInt(2000) - 1000), random.nextInt(4));
    return new Expr.Constant(Type.NUMBER, span, value);
  }

  private Expr row(EntityRef entity, int slot) {
    Type type = new Type.RowOf(entity, RowPath.self(entity.name()));
    return new Expr.Local(type, span, slot, entity.name());
  }

  /** A field of the row in a slot, a fact of it, or something of its parent. */
  private Expr leaf(Entity entity, int slot) {
    Expr row = row(entity.ref(), slot);
    boolean above = entity.name().equals("child") && random.nextInt(4) == 0;
    Entity of = entity;
    if (above) {
      Field reference = entity.field("parent").orElseThrow();
      of = declared.entity("parent").orElseThrow();
      row =
          new Expr.FieldOf(reference.type(), span, row, entity.ref(), reference.index(), List.of());
    }
    EntityRef owner = of.ref();
    List<Fact> readable =
        facts.stream().filter(f -> f.owner().orElseThrow().equals(owner)).toList();
    if (!readable.isEmpty() && random.nextInt(3) == 0) {
      Fact fact = readable.get(random.nextInt(readable.size()));
      return new Expr.FactOf(Type.NUMBER, span, Optional.of(row), fact.ref(), List.of());
    }
    List<Field> inputs = of.fields().stream().filter(f -> f.role() == Field.Role.INPUT).toList();
    Field field = inputs.get(random.nextInt(inputs.size()));
    return new Expr.FieldOf(Type.NUMBER, span, row, owner, field.index(), List.of());
  }

  private Expr number(Entity entity, int slot, int depth, int nextSlot) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return random.nextInt(4) == 0 ? constant() : leaf(entity, slot);
    }
    Expr left = number(entity, slot, depth - 1, nextSlot);
    return switch (random.nextInt(14)) {
      case 0, 1 -> arithmetic(Expr.Arithmetic.Operation.ADD, left, entity, slot, depth, nextSlot);
      case 2 -> arithmetic(Expr.Arithmetic.Operation.SUBTRACT, left, entity, slot, depth, nextSlot);
      case 3, 4 ->
          arithmetic(Expr.Arithmetic.Operation.MULTIPLY, left, entity, slot, depth, nextSlot);
      case 5 -> arithmetic(Expr.Arithmetic.Operation.LESS, left, entity, slot, depth, nextSlot);
      case 6 -> new Expr.Divide(Type.NUMBER, span, left, number(entity, slot, depth - 1, nextSlot));
      case 7 ->
          new Expr.Else(
              Type.NUMBER,
              span,
              new Expr.Divide(Type.NUMBER, span, left, number(entity, slot, depth - 1, nextSlot)),
              number(entity, slot, depth - 1, nextSlot));
      case 8 ->
          new Expr.Round(
              Type.NUMBER,
              span,
              Rounding.values()[random.nextInt(Rounding.values().length)],
              step(entity, slot, nextSlot),
              left);
      case 9 ->
          new Expr.Decision(
              Type.NUMBER,
              span,
              List.of(
                  new Expr.Decision.Arm(condition(entity, slot, depth - 1, nextSlot), left, span)),
              Optional.of(number(entity, slot, depth - 1, nextSlot)));
      case 10 ->
          new Expr.Apply(
              Type.NUMBER,
              span,
              List.of(Builtin.MIN, Builtin.MAX, Builtin.REMAINDER).get(random.nextInt(3)),
              List.of(left, number(entity, slot, depth - 1, nextSlot)));
      case 11 ->
          new Expr.Apply(
              Type.NUMBER,
              span,
              List.of(Builtin.ABS, Builtin.SIGN).get(random.nextInt(2)),
              List.of(left));
      case 12 -> new Expr.Negate(Type.NUMBER, span, left);
      default ->
          entity.name().equals("parent") && nextSlot < 6
              ? aggregate(entity, slot, depth, nextSlot)
              : new Expr.WholePower(Type.NUMBER, span, left, random.nextInt(4));
    };
  }

  private StepSize step(Entity entity, int slot, int nextSlot) {
    return switch (random.nextInt(4)) {
      case 0 -> new StepSize.Whole();
      case 1 -> new StepSize.Places(constantOf(random.nextInt(24) - 3), span);
      case 2 -> new StepSize.MultipleOf(number(entity, slot, 1, nextSlot), span);
      default ->
          new StepSize.MultipleOf(
              new Expr.Constant(
                  Type.NUMBER, span, Exact.ofUnscaled(BigInteger.valueOf(5), random.nextInt(6))),
              span);
    };
  }

  private Expr constantOf(long value) {
    return new Expr.Constant(Type.NUMBER, span, Exact.of(value));
  }

  private Expr arithmetic(
      Expr.Arithmetic.Operation operation,
      Expr left,
      Entity entity,
      int slot,
      int depth,
      int nextSlot) {
    return new Expr.Arithmetic(
        Type.NUMBER, span, operation, left, number(entity, slot, depth - 1, nextSlot));
  }

  private Expr condition(Entity entity, int slot, int depth, int nextSlot) {
    Expr left = number(entity, slot, depth, nextSlot);
    Expr right = number(entity, slot, depth, nextSlot);
    Expr compare =
        new Expr.Compare(
            Type.FLAG, span, Expr.Compare.Comparison.values()[random.nextInt(6)], left, right);
    return switch (random.nextInt(4)) {
      case 0 ->
          new Expr.InRange(Type.FLAG, span, random.nextBoolean(), left, right, leaf(entity, slot));
      case 1 ->
          depth > 0
              ? new Expr.Or(Type.FLAG, span, compare, condition(entity, slot, 0, nextSlot))
              : compare;
      default -> compare;
    };
  }

  private Expr aggregate(Entity parent, int slot, int depth, int nextSlot) {
    Entity child = declared.entity("child").orElseThrow();
    int reference = child.field("parent").orElseThrow().index();
    Expr.Binder binder =
        new Expr.Binder(
            nextSlot,
            "x",
            random.nextInt(5) == 0
                ? new Rows.All(child.ref())
                : new Rows.Children(row(parent.ref(), slot), child.ref(), reference),
            span);
    Optional<Expr> filter =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(condition(child, nextSlot, 1, nextSlot + 1));
    Expr body = number(child, nextSlot, Math.min(depth - 1, 2), nextSlot + 1);
    if (random.nextInt(3) == 0) {
      body =
          new Expr.Arithmetic(
              Type.NUMBER, span, Expr.Arithmetic.Operation.MULTIPLY, body, leaf(parent, slot));
    }
    Expr.Aggregate.Kind kind =
        List.of(
                Expr.Aggregate.Kind.SUM,
                Expr.Aggregate.Kind.SUM,
                Expr.Aggregate.Kind.MIN,
                Expr.Aggregate.Kind.MAX,
                Expr.Aggregate.Kind.COUNT,
                Expr.Aggregate.Kind.MEAN)
            .get(random.nextInt(6));
    if (kind == Expr.Aggregate.Kind.COUNT) {
      body = new Expr.Constant(Type.FLAG, span, Flag.TRUE);
    }
    Expr aggregate =
        new Expr.Aggregate(
            Type.NUMBER, span, kind, List.of(binder), filter, body, Optional.empty());
    return random.nextBoolean()
        ? aggregate
        : new Expr.Else(Type.NUMBER, span, aggregate, leaf(parent, slot));
  }
}
