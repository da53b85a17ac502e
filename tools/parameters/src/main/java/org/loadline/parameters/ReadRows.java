package org.loadline.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.conform.DocumentRows;
import org.loadline.conform.DocumentRows.Item;
import org.loadline.conform.ShownText;
import org.loadline.core.CaseBinding.Origin;
import org.loadline.core.CaseBinding.Subject;
import org.loadline.core.Program;
import org.loadline.core.ShownForm;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** The rows of a document with what tells them apart and the texts that people read. */
final class ReadRows {
  private final Program program;
  private final List<DocumentRows.Row> rows;
  private final List<ParameterProblem> problems;

  /** The rows of each entity by what tells them apart. */
  private final Map<EntityRef, Map<List<Value>, DocumentRows.Row>> known = new HashMap<>();

  ReadRows(Program program, List<DocumentRows.Row> rows, List<ParameterProblem> problems) {
    this.program = program;
    this.rows = rows;
    this.problems = problems;
  }

  List<ParameterRow> all() {
    Set<DocumentRows.Row> sound = new HashSet<>();
    for (DocumentRows.Row row : rows) {
      if (!(row.given().subject() instanceof Subject.Rows(EntityRef entity))) {
        sound.add(row);
      } else if (identity(row, entity).isPresent()
          && isFirst(row, entity, identity(row, entity).get())) {
        sound.add(row);
      }
    }
    List<ParameterRow> all = new ArrayList<>();
    Map<String, ParameterRow> single = new LinkedHashMap<>();
    for (DocumentRows.Row row : rows) {
      if (!sound.contains(row)) {
        continue;
      }
      switch (row.given().subject()) {
        case Subject.Rows(EntityRef entity) -> all.add(of(row, entity));
        case Subject.Inputs inputs -> single.merge("system", of(row, "system"), ReadRows::both);
        case Subject.Params params -> single.merge("param", of(row, "param"), ReadRows::both);
      }
    }
    all.addAll(0, single.values());
    return all;
  }

  /** What belongs to no row is one row, wherever it comes from. */
  private static ParameterRow both(ParameterRow one, ParameterRow other) {
    List<ParameterRow.Setting> settings = new ArrayList<>(one.settings());
    settings.addAll(other.settings());
    return new ParameterRow(one.entity(), one.identity(), one.title(), one.pointer(), settings);
  }

  private Optional<List<Value>> identity(DocumentRows.Row row, EntityRef entity) {
    List<Value> identity = new ArrayList<>();
    for (Field field : program.entity(entity).identity()) {
      Optional<Value> value = item(row, field.index()).flatMap(Item::value);
      if (value.isEmpty()) {
        problems.add(
            ParameterProblem.of(
                ParameterProblem.Code.NO_IDENTITY,
                row.pointer(),
                "This row of `"
                    + entity.name()
                    + "` has no `"
                    + field.name()
                    + "`, so it is compared with nothing.",
                "Say in the document what tells it apart."));
        return Optional.empty();
      }
      identity.add(value.get());
    }
    return Optional.of(identity);
  }

  private boolean isFirst(DocumentRows.Row row, EntityRef entity, List<Value> identity) {
    DocumentRows.Row before =
        known.computeIfAbsent(entity, e -> new HashMap<>()).putIfAbsent(identity, row);
    if (before == null || before == row) {
      return true;
    }
    problems.add(
        ParameterProblem.of(
            ParameterProblem.Code.SAME_ROW,
            row.pointer(),
            "This is the same row of `" + entity.name() + "` as " + before.pointer() + ".",
            "Tell them apart by a key; only the first is compared."));
    return false;
  }

  private static Optional<Item> item(DocumentRows.Row row, int field) {
    return row.items().stream().filter(item -> item.cell().field() == field).findFirst();
  }

  // ---- Texts

  private ParameterRow of(DocumentRows.Row row, EntityRef entity) {
    List<Value> identity = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (Field field : program.entity(entity).identity()) {
      Item item = item(row, field.index()).orElseThrow();
      identity.add(item.value().orElseThrow());
      known.add(raw(item));
    }
    String title =
        row.given()
            .shown()
            .flatMap(form -> ShownText.of(form, new ShownItem(row, Optional.empty())))
            .orElseGet(() -> String.join(" / ", known));
    return new ParameterRow(entity.name(), identity, title, row.pointer(), settings(row));
  }

  private ParameterRow of(DocumentRows.Row row, String subject) {
    return new ParameterRow(subject, List.of(), "", row.pointer(), settings(row));
  }

  private List<ParameterRow.Setting> settings(DocumentRows.Row row) {
    return row.items().stream()
        .filter(item -> item.cell().origin() instanceof Origin.At)
        .map(item -> setting(row, item))
        .toList();
  }

  private ParameterRow.Setting setting(DocumentRows.Row row, Item item) {
    Optional<ParameterRow.Text> text =
        item.node()
            .filter(node -> !node.isNull())
            .map(node -> new ParameterRow.Text(raw(item), shown(row, item)));
    boolean own = item.pointer().equals(row.pointer()) || item.pointer().endsWith("#");
    return new ParameterRow.Setting(
        item.cell().name(),
        own ? item.cell().name() : item.called(),
        item.pointer(),
        text,
        item.value());
  }

  private String shown(DocumentRows.Row row, Item item) {
    if (item.cell().shown().isEmpty() || item.value().isEmpty()) {
      return raw(item);
    }
    ShownForm form = item.cell().shown().get();
    Optional<String> text = ShownText.of(form, new ShownItem(row, Optional.of(item)));
    if (text.isEmpty()) {
      problems.add(
          ParameterProblem.of(
              ParameterProblem.Code.NOT_SHOWN,
              item.pointer(),
              "`" + raw(item) + "` is no number, so it is not shown as `" + form.name() + "`.",
              "Show it as another form."));
    }
    return text.orElseGet(() -> raw(item));
  }

  /** What stands in the document; what does not is a dash. */
  private static String raw(Item item) {
    return item.node().filter(node -> !node.isNull()).map(ReadRows::raw).orElse("-");
  }

  private static String raw(JsonNode node) {
    return node.isContainerNode() ? node.toString() : node.asText();
  }

  /** A row, and a value of it, as pieces of a form ask for them. */
  private final class ShownItem implements ShownText.Shown {
    private final DocumentRows.Row row;
    private final Optional<Item> item;

    ShownItem(DocumentRows.Row row, Optional<Item> item) {
      this.row = row;
      this.item = item;
    }

    @Override
    public Optional<Exact> number() {
      return item.flatMap(Item::value)
          .flatMap(
              value ->
                  value instanceof Exact number ? Optional.of(number) : ShownText.number(raw()));
    }

    @Override
    public String raw() {
      return item.map(ReadRows::raw).orElse("-");
    }

    @Override
    public String field(ShownForm.Piece.OfField piece) {
      Optional<Item> own = ReadRows.item(row, piece.field());
      if (piece.part().isEmpty()) {
        return own.map(ReadRows::raw).orElse("-");
      }
      Optional<DocumentRows.Row> other =
          own.flatMap(Item::value).flatMap(value -> referred(piece.field(), value));
      if (other.isEmpty()) {
        problems.add(
            ParameterProblem.of(
                ParameterProblem.Code.NO_SUCH_ROW,
                own.map(Item::pointer).orElse(row.pointer()),
                "There is no row `" + own.map(ReadRows::raw).orElse("-") + "` in the document.",
                "Check what the reference comes from."));
      }
      return other
          .flatMap(found -> ReadRows.item(found, piece.part().get()))
          .map(ReadRows::raw)
          .orElse("-");
    }

    private Optional<DocumentRows.Row> referred(int field, Value value) {
      Subject.Rows owner = (Subject.Rows) row.given().subject();
      Entity entity = program.entity(owner.entity());
      return entity.fields().get(field).type().present() instanceof Type.RowOf(var ref, var path)
          ? Optional.ofNullable(known.getOrDefault(ref, Map.of()).get(List.of(value)))
          : Optional.empty();
    }

    @Override
    public String fact(ShownForm.Piece.OfFact piece) {
      throw new IllegalStateException("a fact in a document");
    }

    @Override
    public List<String> rows(ShownForm.Piece.Bits piece, BigInteger mask) {
      Map<BigInteger, String> labels = new HashMap<>();
      for (DocumentRows.Row other : known.getOrDefault(piece.entity(), Map.of()).values()) {
        ReadRows.item(other, piece.place())
            .flatMap(Item::value)
            .filter(value -> value instanceof Exact number && number.isWhole())
            .ifPresent(
                value ->
                    labels.put(
                        ((Exact) value).numerator(),
                        ReadRows.item(other, piece.label()).map(ReadRows::raw).orElse("-")));
      }
      List<String> names = new ArrayList<>();
      for (int bit = mask.getLowestSetBit(); bit >= 0 && bit < mask.bitLength(); bit++) {
        if (mask.testBit(bit)) {
          names.add(labels.getOrDefault(BigInteger.valueOf(bit), "#" + bit));
        }
      }
      return names;
    }
  }
}
