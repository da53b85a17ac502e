package org.loadline.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.model.Table;

/** The generator leaves no form of a formula out. */
class GeneratedFormsTest {
  private static final int POLICIES = 300;

  @Test
  void everyFormIsGenerated() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 1; seed <= POLICIES; seed++) {
      Compiled.of(PolicyMaker.make(seed, 1).policy().text())
          .program()
          .ifPresent(program -> forms(program, seen));
    }
    Set<String> all = new TreeSet<>();
    for (Class<?> form : Expr.class.getPermittedSubclasses()) {
      all.add(form.getSimpleName());
    }
    add(all, Builtin.values());
    add(all, Expr.Aggregate.Kind.values());
    add(all, Table.Mode.values());
    all.removeAll(seen);
    assertEquals(Set.of(), all, "never generated");
  }

  private static void add(Set<String> all, Enum<?>[] values) {
    all.addAll(Arrays.stream(values).map(Enum::name).collect(Collectors.toSet()));
  }

  private static void forms(Program program, Set<String> seen) {
    for (Fact fact : program.facts()) {
      forms(fact.body(), seen);
    }
    program.tables().forEach(t -> seen.add(t.mode().name()));
  }

  private static void forms(Object part, Set<String> seen) {
    switch (part) {
      case Iterable<?> list -> list.forEach(p -> forms(p, seen));
      case Optional<?> optional -> optional.ifPresent(p -> forms(p, seen));
      case Record form when form.getClass().getPackageName().equals("org.loadline.core") -> {
        seen.add(form.getClass().getSimpleName());
        for (RecordComponent component : form.getClass().getRecordComponents()) {
          try {
            forms(component.getAccessor().invoke(form), seen);
          } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
          }
        }
      }
      case Builtin builtin -> seen.add(builtin.name());
      case Expr.Aggregate.Kind kind -> seen.add(kind.name());
      default -> {}
    }
  }
}
