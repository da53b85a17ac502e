package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.CaseBinding;
import org.loadline.core.CaseBinding.Origin;
import org.loadline.core.CaseBinding.Subject;
import org.loadline.core.ShownForm;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.Type;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.Expression;

/** What cases give, typed by the fields, the system inputs and the params that it is given to. */
final class GivenCases {
  private final Checker in;
  private final GivenNames names;
  private final CaseScales scales;
  private final CaseSpellings spellings;
  private final ShownForms forms;

  GivenCases(Checker in, CaseScales scales, CaseSpellings spellings, ShownForms forms) {
    this.in = in;
    this.names = new GivenNames(in);
    this.scales = scales;
    this.spellings = spellings;
    this.forms = forms;
  }

  /** What a line gives; empty if of nothing that there is. */
  Optional<CaseBinding.Given> of(CaseItem.Given line) {
    String subject = line.subject().text();
    Optional<Entity> entity = in.vocabulary.kind(subject);
    if (entity.filter(Entity::isGroup).isPresent()) {
      in.complaints.say(OrderProblem.GROUP_GIVEN, line.subject().span(), "name", subject);
      return Optional.empty();
    } else if (entity.isPresent()) {
      return Optional.of(
          made(
              line,
              new Subject.Rows(entity.get().ref()),
              forms.ofRow(line, line.shown(), entity),
              rowCells(line, entity.get())));
    } else if (subject.equals("system")) {
      return Optional.of(
          made(
              line,
              new Subject.Inputs(),
              forms.ofRow(line, line.shown(), Optional.empty()),
              cells(line, this::input)));
    } else if (subject.equals("param")) {
      return Optional.of(
          made(
              line,
              new Subject.Params(),
              forms.ofRow(line, line.shown(), Optional.empty()),
              cells(line, this::param)));
    }
    names.noSubject(line.subject());
    return Optional.empty();
  }

  private static CaseBinding.Given made(
      CaseItem.Given line,
      Subject subject,
      Optional<ShownForm> shown,
      List<CaseBinding.Cell> cells) {
    return new CaseBinding.Given(
        subject,
        line.from().map(CasePaths::plain),
        CasePaths.tests(line.where()),
        shown,
        cells,
        line.span());
  }

  private interface CellOf {
    Optional<CaseBinding.Cell> of(CaseItem.Field field);
  }

  private List<CaseBinding.Cell> cells(CaseItem.Given line, CellOf reader) {
    List<CaseBinding.Cell> cells = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    for (CaseItem.Field field : line.fields()) {
      Optional<CaseBinding.Cell> cell = reader.of(field);
      cell.ifPresent(
          c -> {
            cells.add(c);
            if (!seen.add(List.of(c.field(), c.member()))) {
              in.complaints.say(CaseProblem.SAID_TWICE, field.span(), "name", field.name().text());
            }
          });
    }
    return cells;
  }

  private List<CaseBinding.Cell> rowCells(CaseItem.Given line, Entity entity) {
    List<CaseBinding.Cell> cells = new ArrayList<>(cells(line, field -> column(entity, field)));
    line.key().flatMap(key -> key(line, entity, key)).ifPresent(cells::addFirst);
    return cells;
  }

  private Optional<CaseBinding.Cell> key(CaseItem.Given line, Entity entity, Expression key) {
    String shown = Quote.of(key.span());
    if (entity.key().isEmpty()) {
      in.complaints.say(CaseProblem.NO_KEY, key.span(), "entity", entity.name(), "key", shown);
      return Optional.empty();
    }
    Field field = entity.fields().get(entity.key().getAsInt());
    if (line.from().filter(path -> !CasePaths.isOne(path)).isPresent()) {
      in.complaints.say(
          CaseProblem.KEY_WITH_MANY,
          key.span(),
          "path",
          line.from().get().text(),
          "key",
          field.name());
    }
    return spellings
        .value(key, field.type())
        .map(
            value ->
                new CaseBinding.Cell(
                    field.index(),
                    0,
                    field.name(),
                    new Origin.Always(value),
                    Optional.empty(),
                    key.span()));
  }

  private Optional<CaseBinding.Cell> column(Entity entity, CaseItem.Field written) {
    String name = GivenStates.input(written.name().text());
    Optional<Field> field = entity.field(written.name().text()).or(() -> entity.field(name));
    if (field.isEmpty() || field.get().role() == Field.Role.MADE) {
      names.unknown(
          written.name(),
          "A row of `" + entity.name() + "`",
          in.vocabulary.fact(Optional.of(entity.ref()), written.name().text()),
          entity.given());
      return Optional.empty();
    }
    return names
        .member(field.get(), written.family(), written.name())
        .flatMap(
            place ->
                cell(written, field.get().index(), place, field.get().type(), Optional.of(entity)));
  }

  private Optional<CaseBinding.Cell> input(CaseItem.Field written) {
    String name = written.name().text();
    Optional<InputRef> input =
        in.vocabulary.input(name).or(() -> in.vocabulary.input(GivenStates.input(name)));
    if (input.isEmpty()) {
      names.unknown(
          written.name(),
          "The system",
          in.vocabulary.fact(Optional.empty(), written.name().text()),
          in.vocabulary.bound().system());
      return Optional.empty();
    }
    int index = input.get().index();
    Field field = in.vocabulary.bound().system().get(index);
    return names
        .member(field, written.family(), written.name())
        .flatMap(place -> cell(written, index, place, field.type(), Optional.empty()));
  }

  private Optional<CaseBinding.Cell> param(CaseItem.Field written) {
    Optional<Param> param = names.knownParam(written.name());
    return param.flatMap(p -> cell(written, p.ref().index(), 0, p.type(), Optional.empty()));
  }

  private Optional<CaseBinding.Cell> cell(
      CaseItem.Field written, int field, int member, Type type, Optional<Entity> entity) {
    String name = written.name().text();
    Optional<ShownForm> shown = forms.ofField(written, type, entity);
    if (written.value().isPresent()) {
      return spellings
          .value(written.value().get(), type)
          .map(
              v ->
                  new CaseBinding.Cell(
                      field, member, name, new Origin.Always(v), shown, written.span()));
    }
    if (written.from().isPresent()
        && CasePaths.one(written.from().get(), in.complaints).isEmpty()) {
      return Optional.empty();
    }
    Origin origin =
        new Origin.At(
            written.from().map(CasePaths::plain),
            scales.size(written.scale()),
            spellings.spelled(written.spelled(), type),
            written.otherwise().flatMap(other -> spellings.value(other, type)));
    return Optional.of(new CaseBinding.Cell(field, member, name, origin, shown, written.span()));
  }
}
