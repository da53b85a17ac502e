package org.loadline.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.conform.ShownText;
import org.loadline.parameters.ParameterRow.Setting;
import org.loadline.parameters.ParameterRow.Text;
import org.loadline.values.Value;

/**
 * What differs between two snapshots of parameters, row by row and field by field.
 *
 * <p>Rows are the same if what tells them apart is; they stand in the order of the older snapshot,
 * those that are new after them. A field differs if it means something else or stands there
 * otherwise: {@code 1} and {@code 1.0} are the same, and so are what is absent and what the policy
 * says that it means.
 */
public record ParameterChanges(List<RowChange> rows) {
  public ParameterChanges {
    rows = List.copyOf(rows);
  }

  /** What became of a row. */
  public enum Sort {
    ADDED,
    REMOVED,
    ALTERED
  }

  /** A row that differs, as it is called now or, if it is gone, as it was. */
  public record RowChange(
      Sort sort, String entity, String title, String pointer, List<FieldChange> fields) {
    public RowChange {
      fields = List.copyOf(fields);
    }
  }

  /** A field before and after; empty where the document has none. */
  public record FieldChange(
      String field, String called, String pointer, Optional<Text> before, Optional<Text> after) {}

  /** Compares two snapshots. */
  public static ParameterChanges between(ParameterSnapshot before, ParameterSnapshot after) {
    Map<List<Object>, ParameterRow> now = byIdentity(after);
    List<RowChange> changes = new ArrayList<>();
    for (ParameterRow row : before.rows()) {
      ParameterRow other = now.remove(identity(row));
      if (other == null) {
        changes.add(of(Sort.REMOVED, row, fields(Optional.of(row), Optional.empty())));
      } else {
        List<FieldChange> fields = fields(Optional.of(row), Optional.of(other));
        if (!fields.isEmpty()) {
          changes.add(of(Sort.ALTERED, other, fields));
        }
      }
    }
    for (ParameterRow row : now.values()) {
      changes.add(of(Sort.ADDED, row, fields(Optional.empty(), Optional.of(row))));
    }
    return new ParameterChanges(changes);
  }

  /** How many fields differ. */
  public int count() {
    return rows.stream().mapToInt(row -> row.fields().size()).sum();
  }

  /** How many rows became so. */
  public int count(Sort sort) {
    return (int) rows.stream().filter(row -> row.sort() == sort).count();
  }

  private static Map<List<Object>, ParameterRow> byIdentity(ParameterSnapshot snapshot) {
    Map<List<Object>, ParameterRow> rows = new LinkedHashMap<>();
    snapshot.rows().forEach(row -> rows.put(identity(row), row));
    return rows;
  }

  private static List<Object> identity(ParameterRow row) {
    return List.of(row.entity(), row.identity());
  }

  private static RowChange of(Sort sort, ParameterRow row, List<FieldChange> fields) {
    return new RowChange(sort, row.entity(), row.title(), row.pointer(), fields);
  }

  private static List<FieldChange> fields(
      Optional<ParameterRow> before, Optional<ParameterRow> after) {
    List<FieldChange> fields = new ArrayList<>();
    Map<String, Setting> settings = new LinkedHashMap<>();
    after.ifPresent(row -> row.settings().forEach(s -> settings.put(s.field(), s)));
    before.ifPresent(row -> row.settings().forEach(s -> settings.putIfAbsent(s.field(), s)));
    for (Setting setting : settings.values()) {
      Optional<Setting> old = before.flatMap(row -> row.setting(setting.field()));
      Optional<Setting> now = after.flatMap(row -> row.setting(setting.field()));
      if (!same(old, now)) {
        fields.add(
            new FieldChange(
                setting.field(),
                now.filter(n -> n.text().isPresent()).or(() -> old).orElse(setting).called(),
                now.filter(n -> n.text().isPresent()).or(() -> old).orElse(setting).pointer(),
                old.flatMap(Setting::text),
                now.flatMap(Setting::text)));
      }
    }
    return fields;
  }

  private static boolean same(Optional<Setting> before, Optional<Setting> after) {
    Optional<String> one = before.flatMap(Setting::text).map(Text::raw);
    Optional<String> other = after.flatMap(Setting::text).map(Text::raw);
    boolean stands =
        one.isPresent() && other.isPresent() ? alike(one.get(), other.get()) : one.equals(other);
    Optional<Value> was = before.flatMap(Setting::value);
    Optional<Value> is = after.flatMap(Setting::value);
    if (before.isEmpty() || after.isEmpty()) {
      return one.isEmpty() && other.isEmpty();
    }
    if (was.isEmpty() || is.isEmpty()) {
      return stands;
    }
    return was.equals(is) && (stands || one.isEmpty() || other.isEmpty());
  }

  private static boolean alike(String one, String other) {
    return one.equals(other)
        || ShownText.number(one)
            .filter(number -> ShownText.number(other).filter(number::equals).isPresent())
            .isPresent();
  }
}
