package org.loadline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Binding;
import org.loadline.bound.Library;
import org.loadline.bound.ModuleLoader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.data.InputRows;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
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

/** Policies and snapshots from short texts. */
public final class Policies {
  private Policies() {}

  static boolean compiles(String text) {
    return compiled(text, new DiagnosticSink()).isPresent();
  }

  private static Optional<Program> compiled(String text, DiagnosticSink sink) {
    Source source = Source.of("test.risk", "policy test\n\n" + text);
    return Checking.check(
        Binding.bind(ModuleLoader.load(source, Library.empty(), sink), sink), sink);
  }

  public static Program policy(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    return compiled(text, sink)
        .orElseThrow(
            () ->
                new AssertionError(
                    String.join(
                        "\n",
                        sink.diagnostics().stream()
                            .map(d -> d.span().place() + ": " + d.message() + " " + d.hint())
                            .toList())));
  }

  /**
   * A snapshot. Each line is the name of an entity and its cells: {@code account id=alice cash=10};
   * {@code system} for system inputs; {@code _} for none. A family's members are counted: {@code
   * weight#1=5%}. A reference is given by the key of its row.
   */
  public static Snapshot snapshot(Program program, String text) {
    SnapshotBuilder builder = new SnapshotBuilder(program);
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String[] words = line.split("\\s+");
      if (words[0].equals("system")) {
        for (int i = 1; i < words.length; i++) {
          String[] cell = words[i].split("=", 2);
          Field field =
              program.system().stream().filter(f -> f.name().equals(cell[0])).findFirst().get();
          builder.system(
              new InputRef(field.index(), field.name()), value(program, field.type(), cell[1]));
        }
        continue;
      }
      Entity entity = program.entity(words[0]).orElseThrow();
      InputRows rows = builder.rows(entity.ref());
      int row = rows.add();
      for (int i = 1; i < words.length; i++) {
        cell(program, entity, rows, row, words[i]);
      }
    }
    return builder
        .build()
        .snapshot()
        .orElseThrow(() -> new AssertionError("no snapshot: " + builder.build().problems()));
  }

  private static void cell(Program program, Entity entity, InputRows rows, int row, String text) {
    String[] cell = text.split("=", 2);
    String[] name = cell[0].split("#");
    Field field = entity.field(name[0]).orElseThrow(() -> new AssertionError(text));
    int member = name.length > 1 ? Integer.parseInt(name[1]) : 0;
    if (field.type().present() instanceof Type.RowOf(var target, var path)
        && !cell[1].equals("_")) {
      List<Value> identity = new ArrayList<>();
      Entity referred = program.entity(target);
      List<Field> keys = referred.identity();
      String[] parts = cell[1].split("/");
      for (int i = 0; i < parts.length; i++) {
        Field key = keys.get(keys.size() - parts.length + i);
        Type type = key.type();
        if (type.present() instanceof Type.RowOf(var above, var p)) {
          type = program.entity(above).identity().getLast().type();
        }
        identity.add(value(program, type, parts[i]));
      }
      rows.putReference(row, field.index(), identity);
      return;
    }
    rows.put(row, field.index(), member, value(program, field.type(), cell[1]));
  }

  static Value value(Program program, Type type, String text) {
    if (text.equals("_")) {
      return None.INSTANCE;
    }
    if (text.equals("unlimited")) {
      return Unlimited.INSTANCE;
    }
    return switch (type.present()) {
      case Type.Quantity t -> number(text);
      case Type.Date t -> known(DateText.parse(text));
      case Type.Instant t -> known(InstantText.parse(text));
      case Type.Flag t -> Flag.of(text.equals("true"));
      case Type.Text t -> new Text(text);
      case Type.OfChoice(ChoiceRef choice) ->
          new Member(program.choice(choice).members().indexOf(text));
      default -> throw new AssertionError(type + " for " + text);
    };
  }

  private static Exact number(String text) {
    return text.endsWith("%")
        ? known(NumberText.parse(text.substring(0, text.length() - 1))).dividedBy(Exact.of(100))
        : known(NumberText.parse(text));
  }

  private static Exact known(Reading reading) {
    return reading.value().orElseThrow();
  }
}
