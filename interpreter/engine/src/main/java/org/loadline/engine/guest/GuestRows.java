package org.loadline.engine.guest;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.loadline.core.Program;
import org.loadline.data.InputRows;
import org.loadline.data.Loading;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.values.DateText;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.InstantText;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.Reading;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Reads rows of another language's objects. Numbers are whole, or texts; a binary fraction is not
 * taken, because it is rarely the number that was meant. References are given by key.
 */
final class GuestRows {
  private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

  private final Program program;
  private final SnapshotBuilder builder;

  private GuestRows(Program program) {
    this.program = program;
    this.builder = new SnapshotBuilder(program);
  }

  static Snapshot snapshot(Program program, Object object) {
    GuestRows rows = new GuestRows(program);
    try {
      rows.read(object);
    } catch (InteropException refused) {
      throw new RunFailure("The snapshot cannot be read: " + refused.getMessage());
    }
    Loading loading = rows.builder.build();
    return loading
        .snapshot()
        .orElseThrow(
            () ->
                new RunFailure(
                    String.join(
                        "\n", loading.problems().stream().map(p -> p.what().message()).toList())));
  }

  private void read(Object object) throws InteropException {
    if (!GuestObject.is(object)) {
      throw new RunFailure("A policy is called with a snapshot: an object with lists of rows.");
    }
    Set<String> known = new TreeSet<>();
    program.given().forEach(input -> known.add(input.name()));
    program.entities().stream().filter(Entity::isGiven).forEach(e -> known.add(e.plural()));
    refuseOthers(object, known, "The snapshot");
    for (Field input : program.given()) {
      if (GuestObject.has(object, input.name())) {
        Value value = value(GuestObject.read(object, input.name()), input.type());
        builder.system(new InputRef(input.index(), input.name()), value);
      }
    }
    for (Entity entity : program.entities()) {
      if (entity.isGiven() && GuestObject.has(object, entity.plural())) {
        Object list = GuestObject.read(object, entity.plural());
        for (long i = 0; i < INTEROP.getArraySize(list); i++) {
          row(entity, INTEROP.readArrayElement(list, i));
        }
      }
    }
  }

  private void row(Entity entity, Object cells) throws InteropException {
    Set<String> known = new TreeSet<>();
    entity.given().forEach(field -> known.add(field.name()));
    refuseOthers(cells, known, "A row of `" + entity.plural() + "`");
    InputRows rows = builder.rows(entity.ref());
    int row = rows.add();
    for (Field field : entity.given()) {
      if (!GuestObject.has(cells, field.name())) {
        continue;
      }
      Object cell = GuestObject.read(cells, field.name());
      if (!field.family().isEmpty()) {
        for (int member = 0; member < INTEROP.getArraySize(cell); member++) {
          Value value = value(INTEROP.readArrayElement(cell, member), field.type());
          rows.put(row, field.index(), member, value);
        }
      } else if (field.type().present() instanceof Type.RowOf(var target, var path)
          && !INTEROP.isNull(cell)) {
        rows.putReference(row, field.index(), identity(cell, program.entity(target)));
      } else {
        rows.put(row, field.index(), 0, value(cell, field.type()));
      }
    }
  }

  /** A misspelt name would be rows or values that silently are not there. */
  private static void refuseOthers(Object object, Set<String> known, String what)
      throws InteropException {
    for (String name : GuestObject.names(object)) {
      if (!known.contains(name)) {
        throw new RunFailure(
            what + " has `" + name + "`, which the policy does not know; it knows " + known + ".");
      }
    }
  }

  /** The identity of a row: its key, or a list of all that it is known by. */
  private List<Value> identity(Object cell, Entity entity) throws InteropException {
    List<Type> types = new ArrayList<>();
    types(entity, types);
    List<Value> identity = new ArrayList<>();
    if (!INTEROP.hasArrayElements(cell)) {
      identity.add(value(cell, types.getLast()));
      return identity;
    }
    for (int i = 0; i < INTEROP.getArraySize(cell); i++) {
      identity.add(value(INTEROP.readArrayElement(cell, i), types.get(i)));
    }
    return identity;
  }

  private void types(Entity entity, List<Type> types) {
    for (Field field : entity.identity()) {
      if (field.type().present() instanceof Type.RowOf(var target, var path)) {
        types(program.entity(target), types);
      } else {
        types.add(field.type());
      }
    }
  }

  private Value value(Object cell, Type type) throws InteropException {
    if (INTEROP.isNull(cell)) {
      return None.INSTANCE;
    }
    if (INTEROP.isString(cell)) {
      return text(INTEROP.asString(cell), type);
    }
    return switch (type.present()) {
      case Type.Flag flag when INTEROP.isBoolean(cell) -> Flag.of(INTEROP.asBoolean(cell));
      case Type.Quantity quantity when INTEROP.isNumber(cell) -> whole(cell);
      case Type.Text text when INTEROP.fitsInLong(cell) ->
          new Text(Long.toString(INTEROP.asLong(cell)));
      default ->
          throw new RunFailure(
              "`"
                  + INTEROP.asString(INTEROP.toDisplayString(cell))
                  + "` is not of the kind that stands there.");
    };
  }

  private static Exact whole(Object cell) throws InteropException {
    if (INTEROP.fitsInLong(cell)) {
      return Exact.of(INTEROP.asLong(cell));
    }
    if (INTEROP.fitsInBigInteger(cell)) {
      return Exact.of(INTEROP.asBigInteger(cell));
    }
    throw new RunFailure(
        "A number is whole, or a text such as \"0.1\": a binary fraction is not taken.");
  }

  private Value text(String text, Type type) {
    return switch (type.present()) {
      case Type.Quantity quantity ->
          text.equals("unlimited") ? Unlimited.INSTANCE : read(NumberText.parse(text), text);
      case Type.Date date -> read(DateText.parse(text), text);
      case Type.Instant instant -> read(InstantText.parse(text), text);
      case Type.OfChoice(ChoiceRef choice) -> {
        int member = program.choice(choice).members().indexOf(text);
        if (member < 0) {
          throw new RunFailure("`" + text + "` is none of " + choice.name() + ".");
        }
        yield new Member(member);
      }
      case Type.Flag flag when text.equals("true") || text.equals("false") ->
          Flag.of(text.equals("true"));
      case Type.Flag flag -> throw new RunFailure("`" + text + "` is neither true nor false.");
      default -> new Text(text);
    };
  }

  private static Value read(Reading reading, String text) {
    return reading
        .value()
        .orElseThrow(() -> new RunFailure("`" + text + "` cannot be read as what it stands for."));
  }
}
