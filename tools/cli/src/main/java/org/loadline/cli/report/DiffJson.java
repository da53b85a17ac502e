package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.diff.Effect;
import org.loadline.diff.Move;
import org.loadline.diff.Section;
import org.loadline.diff.Wording;
import org.loadline.meaning.Subject;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/** A difference for machines: numbers are texts, so that no reader rounds them. */
public final class DiffJson {
  private final JsonGenerator json;

  public DiffJson(JsonGenerator json) {
    this.json = json;
  }

  /** One pair of policies, as an object. */
  public void write(Difference difference, List<Change> changes) throws IOException {
    json.writeStringField("old", difference.before().name());
    json.writeStringField("new", difference.after().name());
    json.writeArrayFieldStart("changes");
    for (Change change : changes) {
      write(change);
    }
    json.writeEndArray();
  }

  private void write(Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", change.id());
    json.writeStringField("section", Section.of(change.subject()).name().toLowerCase(Locale.ROOT));
    json.writeStringField("kind", change.subject().kind().words());
    json.writeStringField("name", change.subject().name());
    json.writeStringField("edit", edit(change.edit()));
    part(change.edit());
    wording("before", change.before());
    wording("after", change.after());
    json.writeStringField("direction", change.direction().word());
    json.writeArrayFieldStart("effects");
    for (Effect effect : change.effects()) {
      json.writeStartObject();
      json.writeStringField("output", effect.output().name());
      json.writeStringField("direction", effect.direction().word());
      json.writeStringField("reason", effect.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    names("readers", change.reach().readers().stream().map(Subject::toString).toList());
    names("outputs", change.reach().outputs().stream().map(Output::name).toList());
    names("waterfalls", change.reach().waterfalls().stream().map(w -> w.name()).toList());
    json.writeEndObject();
  }

  /** {@code ParamValue} is {@code param value}. */
  private static String edit(Edit edit) {
    return edit.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** Which part of the definition, where it has parts. */
  private void part(Edit edit) throws IOException {
    switch (edit) {
      case Edit.Renamed e -> json.writeStringField("from", e.from().name());
      case Edit.ParamValue e -> move(e.move());
      case Edit.RowAdded e -> row(e.row());
      case Edit.RowRemoved e -> row(e.row());
      case Edit.RowMoved e -> {
        row(e.to());
        json.writeNumberField("from", e.from().place());
      }
      case Edit.Cell e -> {
        row(e.row());
        json.writeStringField("column", e.column());
        if (e.move().isPresent()) {
          move(e.move().get());
        }
      }
      case Edit.ColumnLimits e -> json.writeStringField("column", e.column());
      case Edit.ColumnAdded e -> json.writeStringField("column", e.column());
      case Edit.ColumnRemoved e -> json.writeStringField("column", e.column());
      case Edit.ColumnType e -> {
        json.writeStringField("column", e.column());
        types(e.before(), e.after());
      }
      case Edit.FieldAdded e -> {
        json.writeStringField("field", e.field().name());
        json.writeBooleanField("must_be_given", e.mustBeGiven());
      }
      case Edit.FieldRemoved e -> json.writeStringField("field", e.field().name());
      case Edit.FieldChanged e -> json.writeStringField("field", e.after().name());
      case Edit.Members e -> lists(e.before(), e.after());
      case Edit.Order e -> lists(e.before(), e.after());
      case Edit.WaterfallPart e -> json.writeStringField("part", e.part().words());
      case Edit.StepAdded e -> step(e.step(), Optional.of(e.place()));
      case Edit.StepRemoved e -> step(e.step(), Optional.of(e.place()));
      case Edit.StepMoved e -> {
        step(e.step(), Optional.of(e.to()));
        json.writeNumberField("from", e.from());
      }
      case Edit.StepChanged e -> step(e.step(), Optional.empty());
      case Edit.ReportedAs e -> types(e.before(), e.after());
      case Edit.Role e ->
          types(
              e.before().map(Output.Role::word).orElse(""),
              e.after().map(Output.Role::word).orElse(""));
      case Edit.Added e -> {}
      case Edit.Removed e -> {}
      case Edit.Rewritten e -> {}
      case Edit.ParamLimits e -> {}
      case Edit.ParamType e -> {}
      case Edit.TableForm e -> {}
      case Edit.EntityForm e -> {}
      case Edit.Assumed e -> {}
      case Edit.UnitOwner e -> types(e.before().orElse(""), e.after().orElse(""));
    }
  }

  private void row(Edit.Row row) throws IOException {
    json.writeStringField("row", row.name());
    json.writeNumberField("place", row.place());
  }

  private void step(String step, Optional<Integer> place) throws IOException {
    json.writeStringField("step", step);
    if (place.isPresent()) {
      json.writeNumberField("place", place.get());
    }
  }

  private void types(String before, String after) throws IOException {
    json.writeStringField("was", before);
    json.writeStringField("is", after);
  }

  private void lists(List<String> before, List<String> after) throws IOException {
    names("was", before);
    names("is", after);
  }

  private void move(Move move) throws IOException {
    exact("by", move.by());
    exact("of_its_value", move.ofItsValue());
    flag("in_old_bounds", move.inOldBounds());
    flag("within_rule", move.withinRule());
  }

  private void exact(String name, Optional<Exact> number) throws IOException {
    if (number.isPresent()) {
      json.writeStringField(name, NumberText.format(number.get()));
    }
  }

  private void flag(String name, Optional<Boolean> flag) throws IOException {
    if (flag.isPresent()) {
      json.writeBooleanField(name, flag.get());
    }
  }

  private void wording(String name, Optional<Wording> wording) throws IOException {
    if (wording.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("text", String.join("\n", wording.get().lines()));
    json.writeStringField("file", wording.get().span().source().name());
    json.writeNumberField("line", wording.get().span().line());
    json.writeNumberField("column", wording.get().span().column());
    json.writeEndObject();
  }

  private void names(String name, List<String> names) throws IOException {
    json.writeArrayFieldStart(name);
    for (String one : names) {
      json.writeString(one);
    }
    json.writeEndArray();
  }
}
