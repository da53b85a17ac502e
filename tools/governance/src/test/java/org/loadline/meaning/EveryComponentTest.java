package org.loadline.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.values.Exact;

/**
 * Every component of every record of a program either changes the canonical form when it changes,
 * or is listed here with the reason why it is no part of a meaning. A component that is added to
 * the core fails this test until one of the two is so.
 */
class EveryComponentTest {
  /** Occurrences of a component that are tried before it is taken to be ignored. */
  private static final int TRIES = 12;

  /** Other values that are tried in one place: some differ only in where they stand. */
  private static final int OTHERS = 6;

  private static final Set<String> OUTSIDE = outside();

  private static Set<String> outside() {
    Set<String> outside = new HashSet<>();
    // What a program is called and described as, and the texts that it came from.
    outside.addAll(List.of("Program.name", "Program.sources"));
    // Names of locals, parameters and variables, and the slots that they are in.
    outside.addAll(
        List.of(
            "Expr.Local.name",
            "Expr.Search.name",
            "Expr.Binder.name",
            "Expr.Carried.name",
            "Expr.Part.name",
            "Fact.Parameter.name",
            "Change.OfField.name",
            "Entry.Carry.name",
            "Entry.Do.Argument.name",
            "Waterfall.Carried.name",
            "Waterfall.Fixed.name",
            "RowPath.root",
            "RowPath.rootName"));
    // Types follow from what formulas are made of; how numbers are held follows from types.
    outside.addAll(
        List.of(
            "Fact.type",
            "Fact.Parameter.type",
            "Expr.Carried.type",
            "Type.Quantity.form",
            "Type.RowOf.path"));
    // References are places in lists; the names beside them are in the form.
    outside.addAll(
        List.of(
            "Field.index",
            "ChoiceRef.index",
            "EntityRef.index",
            "FactRef.index",
            "InputRef.index",
            "ParamRef.index",
            "TableRef.index",
            "WaterfallRef.index"));
    // The full name of what is reported says whose it is.
    outside.add("Output.owner");
    // How a path is written: its steps are in the form.
    outside.add("CasePath.text");
    return outside;
  }

  private static boolean isOutside(Class<?> record, RecordComponent component) {
    String key = key(record, component);
    Class<?> type = component.getType();
    return type == Span.class
        || type == Source.class
        || component.getName().equals("doc")
        || component.getName().equals("slot")
        || component.getName().equals("slots")
        || OUTSIDE.contains(key)
        || (key.startsWith("Expr.")
            && component.getName().equals("type")
            && !key.equals("Expr.Constant.type"));
  }

  private static String key(Class<?> record, RecordComponent component) {
    return name(record) + "." + component.getName();
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** A component of one record in a program, and that program with another value there. */
  private record Place(
      Program program, Record record, int index, Function<Object, Object> replaced) {}

  private final Map<String, List<Place>> places = new TreeMap<>();
  private final Map<Class<?>, List<Object>> seen = new LinkedHashMap<>();

  @Test
  void everyComponentCountsOrIsListed() throws ReflectiveOperationException {
    Map<Program, String> forms = new java.util.IdentityHashMap<>();
    for (Program program : Compiled.all()) {
      forms.put(program, text(program));
      visit(program, program, x -> x);
    }
    Set<String> ignored = new TreeSet<>();
    for (Map.Entry<String, List<Place>> entry : places.entrySet()) {
      boolean tried = false;
      boolean counts = false;
      for (Place place : entry.getValue()) {
        for (Object other :
            counts || isNoColumn(place, entry.getKey()) ? List.of() : others(place)) {
          tried = true;
          counts |= differs(place, other, String.valueOf(forms.get(place.program())));
        }
      }
      if (tried && !counts) {
        ignored.add(entry.getKey());
      }
      if (!tried) {
        untried.add(entry.getKey());
      }
    }
    assertEquals(Set.of(), ignored, "these do not change the form");
    Set<String> missing = new TreeSet<>(untried);
    records(Program.class, new HashSet<>()).stream()
        .filter(r -> !seen.containsKey(r))
        .forEach(r -> missing.add(name(r)));
    assertEquals(UNTRIED, missing, "the policies of this test do not show these");
  }

  private final Set<String> untried = new TreeSet<>();

  /** What no example and no snippet shows in two ways: read the code of these with more care. */
  private static final Set<String> UNTRIED =
      Set.of(
          "CaseBinding.Cell.member",
          "Change.Setting.member",
          "Entry.Create.Filled.member",
          "Expr.Interpolated.owner",
          "Place.OfRow.family",
          "RowNumber",
          "Table.CellRule.Between",
          "Table.CellRule.FromBelow",
          "TestCase.Expectation.Faults.after",
          "TestCase.Expectation.Faults.swept");

  /** The place in a family of a column that is in none. */
  private static boolean isNoColumn(Place place, String key) throws ReflectiveOperationException {
    RecordComponent component = place.record().getClass().getRecordComponents()[place.index()];
    return key.endsWith(".member") && get(place.record(), component).equals(0);
  }

  private static boolean differs(Place place, Object other, String form) {
    try {
      return !text((Program) place.replaced().apply(other)).equals(form);
    } catch (RuntimeException itLookedAtIt) {
      return true;
    }
  }

  private static String text(Program program) {
    return Writing.of(program, true).values().stream()
        .map(w -> w.form().text())
        .collect(Collectors.joining("\n"));
  }

  // ---- Walking

  private void visit(Program program, Object value, Function<Object, Object> replaced)
      throws ReflectiveOperationException {
    switch (value) {
      case Record record -> visit(program, record, replaced);
      case Optional<?> optional when optional.isPresent() ->
          visit(program, optional.get(), v -> replaced.apply(Optional.of(v)));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          int at = i;
          visit(
              program,
              list.get(i),
              v -> {
                List<Object> copy = new ArrayList<>(list);
                copy.set(at, v);
                return replaced.apply(copy);
              });
        }
      }
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          visit(
              program,
              entry.getValue(),
              v -> {
                Map<Object, Object> copy = new LinkedHashMap<>(map);
                copy.put(entry.getKey(), v);
                return replaced.apply(copy);
              });
        }
      }
      default -> {}
    }
  }

  private void visit(Program program, Record record, Function<Object, Object> replaced)
      throws ReflectiveOperationException {
    List<Object> alike = seen.computeIfAbsent(record.getClass(), c -> new ArrayList<>());
    if (alike.size() < 200) {
      alike.add(record);
    }
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (isOutside(record.getClass(), components[i])) {
        continue;
      }
      int at = i;
      Function<Object, Object> with = v -> replaced.apply(copy(record, at, v));
      List<Place> of =
          places.computeIfAbsent(key(record.getClass(), components[i]), k -> new ArrayList<>());
      Place place = new Place(program, record, i, with);
      if (of.size() < TRIES || isTelling(record, components[i])) {
        of.addFirst(place);
        if (of.size() > TRIES) {
          of.removeLast();
        }
      }
      visit(program, get(record, components[i]), with);
    }
  }

  /** Whether a component has a value that can be taken away, while most have none. */
  private boolean isTelling(Record record, RecordComponent component)
      throws ReflectiveOperationException {
    Object value = get(record, component);
    return switch (value) {
      case Optional<?> optional -> optional.isPresent();
      case OptionalInt optional -> optional.isPresent();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Boolean flag -> flag;
      case Integer place -> component.getName().equals("member") && place > 0;
      default -> false;
    };
  }

  private static Object get(Record record, RecordComponent component)
      throws ReflectiveOperationException {
    return component.getAccessor().invoke(record);
  }

  private static Object copy(Record record, int index, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        values[i] = i == index ? value : get(record, components[i]);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalStateException(refused.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  // ---- Other values

  private List<Object> others(Place place) throws ReflectiveOperationException {
    RecordComponent component = place.record().getClass().getRecordComponents()[place.index()];
    Object value = get(place.record(), component);
    return switch (value) {
      case Integer number -> List.of(number + 1);
      case Boolean flag -> List.of(!flag);
      case String text -> List.of(text + "x");
      case Enum<?> constant -> next(constant);
      case Exact number -> List.of(number.plus(Exact.ONE));
      case Optional<?> optional -> optional.isPresent() ? List.of(Optional.empty()) : List.of();
      case OptionalInt optional -> optional.isPresent() ? List.of(OptionalInt.empty()) : List.of();
      case List<?> list -> list.isEmpty() ? List.of() : List.of(list.subList(0, list.size() - 1));
      case Map<?, ?> map -> map.isEmpty() ? List.of() : List.of(Map.of());
      default ->
          seen.values().stream()
              .flatMap(List::stream)
              .filter(o -> component.getType().isInstance(o) && !o.equals(value))
              .limit(OTHERS)
              .toList();
    };
  }

  private static List<Object> next(Enum<?> constant) {
    Object[] all = constant.getDeclaringClass().getEnumConstants();
    return all.length == 1 ? List.of() : List.of(all[(constant.ordinal() + 1) % all.length]);
  }

  // ---- What a program can be made of

  private static Set<Class<?>> records(Class<?> type, Set<Class<?>> found) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(sub -> records(sub, found));
    } else if (type.isRecord() && type != Span.class && found.add(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (!isOutside(type, component)) {
          arguments(component.getGenericType()).forEach(of -> records(of, found));
        }
      }
    }
    return found;
  }

  private static List<Class<?>> arguments(Type type) {
    return switch (type) {
      case Class<?> plain -> List.of(plain);
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments())
              .flatMap(a -> arguments(a).stream())
              .toList();
      case WildcardType wild -> arguments(wild.getUpperBounds()[0]);
      default -> List.of();
    };
  }
}
