package org.loadline.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.BuiltinUnit;
import org.loadline.bound.WrittenNumbers;
import org.loadline.core.CaseBinding;
import org.loadline.core.CaseBinding.Origin;
import org.loadline.core.CaseBinding.Scale;
import org.loadline.core.CaseBinding.Size;
import org.loadline.core.CaseBinding.Subject;
import org.loadline.core.Output;
import org.loadline.core.ShownForm;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.Type;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.CasePath;
import org.loadline.syntax.Decimal;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * How documents bind: what published cases and snapshots of parameters give, typed by the fields,
 * and the facts that cases expect.
 */
final class Cases {
  private static final int MOST_PLACES = 512;

  private final Checker in;
  private final Declaration.Cases cases;
  private final GivenRows rows;
  private final WrittenValues values;
  private final ShownForms forms;

  Cases(Checker in, Declaration.Cases cases) {
    this.in = in;
    this.cases = cases;
    this.rows = new GivenRows(in);
    this.values = new WrittenValues(in);
    this.forms = new ShownForms(in, cases);
  }

  CaseBinding typed() {
    Map<String, Scale> suffixes = new LinkedHashMap<>();
    boolean maximum = false;
    List<CaseBinding.Given> given = new ArrayList<>();
    List<WaterfallRef> run = new ArrayList<>();
    List<CaseBinding.Expected> expected = new ArrayList<>();
    List<org.loadline.core.CasePath> ignored = new ArrayList<>();
    for (CaseItem item : cases.items()) {
      switch (item) {
        case CaseItem.Scales scales -> scales.suffixes().forEach(s -> suffix(s, suffixes));
        case CaseItem.Maximum line -> maximum |= isMaximum(line);
        case CaseItem.Given line -> given(line).ifPresent(given::add);
        case CaseItem.Run line -> run(line.waterfall()).ifPresent(run::add);
        case CaseItem.Expected line -> expected(line).ifPresent(expected::add);
        case CaseItem.Ignored line -> line.paths().forEach(path -> ignored.add(plain(path)));
        case CaseItem.Form form -> {}
      }
    }
    forms.check();
    purpose(given);
    return new CaseBinding(
        cases.file(),
        cases.rules(),
        tests(cases.where()),
        suffixes,
        maximum,
        given,
        run,
        expected,
        ignored,
        cases.span());
  }

  /** Cases expect something; parameters give something, and only that. */
  private void purpose(List<CaseBinding.Given> given) {
    if (!cases.isParameters()) {
      if (cases.items().stream().noneMatch(CaseItem.Expected.class::isInstance)) {
        in.complaints.say(CaseProblem.EXPECTS_NOTHING, cases.span());
      }
      return;
    }
    if (cases.items().stream().noneMatch(CaseItem.Given.class::isInstance)) {
      in.complaints.say(ShownProblem.READS_NOTHING, cases.span());
    }
    for (CaseItem item : cases.items()) {
      switch (item) {
        case CaseItem.Run line -> in.complaints.say(ShownProblem.ONLY_READ, line.span());
        case CaseItem.Expected line -> in.complaints.say(ShownProblem.ONLY_READ, line.span());
        case CaseItem.Given line -> {}
        case CaseItem.Form line -> {}
        case CaseItem.Scales line -> {}
        case CaseItem.Maximum line -> {}
        case CaseItem.Ignored line -> {}
      }
    }
    for (CaseBinding.Given line : given) {
      if (line.subject() instanceof Subject.Rows(EntityRef entity)) {
        identity(in.vocabulary.entity(entity), line);
      }
    }
  }

  /** Rows of two snapshots are the same row by what tells rows apart, so that is given. */
  private void identity(Entity entity, CaseBinding.Given line) {
    List<String> missing =
        entity.identity().stream()
            .filter(f -> line.cells().stream().noneMatch(cell -> cell.field() == f.index()))
            .map(Field::name)
            .toList();
    if (!missing.isEmpty() || entity.identity().isEmpty()) {
      in.complaints.say(
          ShownProblem.NO_IDENTITY,
          line.span(),
          "entity",
          entity.name(),
          "fields",
          missing.isEmpty() ? "them a key" : "`" + String.join("`, `", missing) + "`");
    }
  }

  // ---- How numbers are written

  private void suffix(CaseItem.Suffix suffix, Map<String, Scale> suffixes) {
    Optional<Scale> scale =
        suffix.unit().isEmpty()
            ? places(suffix.number(), suffix.span()).map(one -> new Scale(one, false))
            : unit(suffix.unit().get())
                .map(
                    u -> new Scale(u.one().times(WrittenNumbers.exact(suffix.number())), u.time()));
    scale.ifPresent(
        s -> {
          if (suffixes.putIfAbsent(suffix.name().text(), s) != null) {
            in.complaints.say(
                CaseProblem.SUFFIX_TWICE, suffix.span(), "name", suffix.name().text());
          }
        });
  }

  private Optional<Exact> places(Decimal written, org.loadline.source.Span span) {
    BigDecimal number = written.number();
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole || number.abs().compareTo(BigDecimal.valueOf(MOST_PLACES)) > 0) {
      in.complaints.say(CaseProblem.NOT_PLACES, span, "most", String.valueOf(MOST_PLACES));
      return Optional.empty();
    }
    return Optional.of(Exact.of(BigDecimal.ONE.movePointLeft(number.intValueExact())));
  }

  private Optional<Scale> unit(Name unit) {
    Optional<BuiltinUnit> known = BuiltinUnit.of(unit.text());
    if (known.isEmpty()) {
      in.complaints.say(CaseProblem.NO_WORD_OF_SCALES, unit.span(), "unit", unit.text());
    }
    return known.map(u -> new Scale(u.size(), u.isTime()));
  }

  private Optional<Size> size(Optional<CaseItem.Scale> scale) {
    return scale.flatMap(
        written ->
            switch (written) {
              case CaseItem.Scale.Places(var places, var span) ->
                  places(places, span).map(one -> new Size.Fixed(new Scale(one, false)));
              case CaseItem.Scale.PlacesAt(var path, var negative, var span) ->
                  one(path).map(p -> new Size.PlacesAt(plain(p), negative));
              case CaseItem.Scale.In(var name, var span) -> unit(name).map(Size.Fixed::new);
            });
  }

  private boolean isMaximum(CaseItem.Maximum line) {
    boolean said =
        line.subject().text().equals("maximum") && line.value().text().equals("unlimited");
    if (!said) {
      in.complaints.say(CaseProblem.ONLY_MAXIMUM, line.span());
    }
    return said;
  }

  // ---- What is given

  private Optional<CaseBinding.Given> given(CaseItem.Given line) {
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
    rows.noSubject(line.subject());
    return Optional.empty();
  }

  private static CaseBinding.Given made(
      CaseItem.Given line,
      Subject subject,
      Optional<ShownForm> shown,
      List<CaseBinding.Cell> cells) {
    return new CaseBinding.Given(
        subject, line.from().map(Cases::plain), tests(line.where()), shown, cells, line.span());
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
    if (line.from().filter(path -> !isOne(path)).isPresent()) {
      in.complaints.say(
          CaseProblem.KEY_WITH_MANY,
          key.span(),
          "path",
          line.from().get().text(),
          "key",
          field.name());
    }
    return values
        .of(key, field.type(), WrittenValues.nowhere())
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
      rows.unknown(
          written.name(),
          "A row of `" + entity.name() + "`",
          in.vocabulary.fact(Optional.of(entity.ref()), written.name().text()),
          entity.given());
      return Optional.empty();
    }
    return rows.member(field.get(), written.family(), written.name())
        .flatMap(
            place ->
                cell(written, field.get().index(), place, field.get().type(), Optional.of(entity)));
  }

  private Optional<CaseBinding.Cell> input(CaseItem.Field written) {
    String name = written.name().text();
    Optional<InputRef> input =
        in.vocabulary.input(name).or(() -> in.vocabulary.input(GivenStates.input(name)));
    if (input.isEmpty()) {
      rows.unknown(
          written.name(),
          "The system",
          in.vocabulary.fact(Optional.empty(), written.name().text()),
          in.vocabulary.bound().system());
      return Optional.empty();
    }
    int index = input.get().index();
    Field field = in.vocabulary.bound().system().get(index);
    return rows.member(field, written.family(), written.name())
        .flatMap(place -> cell(written, index, place, field.type(), Optional.empty()));
  }

  private Optional<CaseBinding.Cell> param(CaseItem.Field written) {
    Optional<Param> param = rows.knownParam(written.name());
    return param.flatMap(p -> cell(written, p.ref().index(), 0, p.type(), Optional.empty()));
  }

  private Optional<CaseBinding.Cell> cell(
      CaseItem.Field written, int field, int member, Type type, Optional<Entity> entity) {
    String name = written.name().text();
    Optional<ShownForm> shown = forms.ofField(written, type, entity);
    if (written.value().isPresent()) {
      return value(written.value().get(), type)
          .map(
              v ->
                  new CaseBinding.Cell(
                      field, member, name, new Origin.Always(v), shown, written.span()));
    }
    if (written.from().isPresent() && one(written.from().get()).isEmpty()) {
      return Optional.empty();
    }
    Origin origin =
        new Origin.At(
            written.from().map(Cases::plain),
            size(written.scale()),
            spelled(written.spelled(), type),
            written.otherwise().flatMap(other -> value(other, type)));
    return Optional.of(new CaseBinding.Cell(field, member, name, origin, shown, written.span()));
  }

  private Optional<Value> value(Expression written, Type type) {
    return values.of(written, type, WrittenValues.nowhere());
  }

  private Map<String, Value> spelled(List<CaseItem.Spelling> written, Type type) {
    Map<String, Value> spelled = new HashMap<>();
    for (CaseItem.Spelling line : written) {
      Optional<Value> value = spelling(line.value(), type);
      if (value.isPresent() && spelled.put(line.text(), value.get()) != null) {
        in.complaints.say(CaseProblem.SPELLED_TWICE, line.span(), "text", line.text());
      }
    }
    return spelled;
  }

  /** {@code none} and {@code unlimited} are what any text may mean, whatever the fact. */
  private Optional<Value> spelling(Expression written, Type type) {
    if (written instanceof Expression.NoneLiteral) {
      return Optional.of(None.INSTANCE);
    }
    boolean unlimited =
        written instanceof Expression.Reference r && r.name().text().equals("unlimited");
    return unlimited ? Optional.of(Unlimited.INSTANCE) : value(written, type);
  }

  /** A path to one value; that it is many has been said. */
  private Optional<CasePath> one(CasePath path) {
    if (isOne(path)) {
      return Optional.of(path);
    }
    in.complaints.say(CaseProblem.NOT_ONE, path.span(), "path", path.text());
    return Optional.empty();
  }

  private static boolean isOne(CasePath path) {
    return path.steps().stream()
        .flatMap(step -> step.indices().stream())
        .noneMatch(
            index ->
                index instanceof CasePath.Index.Entry
                    || (index instanceof CasePath.Index.Element(var place) && place.isEmpty()));
  }

  private Optional<WaterfallRef> run(Name name) {
    Optional<WaterfallRef> found = in.figures.waterfall(name.text()).map(Waterfall::ref);
    if (found.isEmpty()) {
      new Tests(in, new Declaration.Test("", List.of(), List.of(), name.span())).noSuch(name);
    }
    return found;
  }

  // ---- What is expected

  private Optional<CaseBinding.Expected> expected(CaseItem.Expected line) {
    Optional<Output> output = new Reports(in).item(line.fact());
    if (output.isEmpty()) {
      return Optional.empty();
    }
    Output of = output.get();
    List<Output> facts = new ArrayList<>();
    boolean known = true;
    for (CasePath.Step step : line.path().steps()) {
      for (CasePath.Index index : step.indices()) {
        known &= fact(index, line, of.owner(), facts);
      }
    }
    if (known && facts.isEmpty() && of.owner().filter(this::isMany).isPresent()) {
      in.complaints.say(
          CaseProblem.ROW_OF_MANY,
          line.span(),
          "entity",
          of.owner().get().name(),
          "fact",
          of.fact().name(),
          "path",
          line.path().text());
      return Optional.empty();
    }
    return known
        ? Optional.of(
            new CaseBinding.Expected(
                of,
                facts,
                plain(line.path()),
                size(line.scale()),
                spelled(line.spelled(), of.type()),
                line.shown().flatMap(shown -> forms.expected(shown, of)),
                line.span()))
        : Optional.empty();
  }

  /** Whether cases may give more than one row of an entity. */
  private boolean isMany(EntityRef entity) {
    List<CaseItem.Given> lines =
        cases.items().stream()
            .filter(CaseItem.Given.class::isInstance)
            .map(CaseItem.Given.class::cast)
            .filter(line -> line.subject().text().equals(entity.name()))
            .toList();
    return lines.size() != 1 || lines.getFirst().from().filter(path -> !isOne(path)).isPresent();
  }

  private boolean fact(
      CasePath.Index index, CaseItem.Expected line, Optional<EntityRef> owner, List<Output> facts) {
    Optional<Name> name =
        switch (index) {
          case CasePath.Index.Placed(Name fact) -> Optional.of(fact);
          case CasePath.Index.Keyed(Name fact) -> Optional.of(fact);
          case CasePath.Index.Matched(Name field, Name fact) -> Optional.of(fact);
          case CasePath.Index.Element element -> Optional.empty();
          case CasePath.Index.Entry entry -> Optional.empty();
        };
    if (name.isEmpty()) {
      return true;
    }
    if (owner.isEmpty()) {
      in.complaints.say(
          CaseProblem.FACT_OF_WHOLE,
          name.get().span(),
          "fact",
          Quote.of(line.fact().span()),
          "path",
          line.path().text());
      return false;
    }
    Name entity = new Name(owner.get().name(), name.get().span());
    Optional<Output> fact = new Reports(in).part(entity, name.get());
    fact.ifPresent(facts::add);
    return fact.isPresent();
  }

  // ---- Paths

  private static List<CaseBinding.Test> tests(List<CaseItem.Test> tests) {
    return tests.stream()
        .map(
            test ->
                new CaseBinding.Test(
                    plain(test.path()),
                    switch (test.sort()) {
                      case EQUALS -> CaseBinding.Test.Sort.EQUALS;
                      case DIFFERS -> CaseBinding.Test.Sort.DIFFERS;
                      case PRESENT -> CaseBinding.Test.Sort.PRESENT;
                      case ABSENT -> CaseBinding.Test.Sort.ABSENT;
                    },
                    test.text()))
        .toList();
  }

  private static org.loadline.core.CasePath plain(CasePath path) {
    List<org.loadline.core.CasePath.Step> steps =
        path.steps().stream()
            .map(
                step ->
                    new org.loadline.core.CasePath.Step(
                        step.name().text(),
                        step.quoted(),
                        step.indices().stream().map(Cases::plain).toList()))
            .toList();
    return new org.loadline.core.CasePath(steps, path.text());
  }

  private static org.loadline.core.CasePath.Index plain(CasePath.Index index) {
    return switch (index) {
      case CasePath.Index.Element(var place) -> new org.loadline.core.CasePath.Index.Element(place);
      case CasePath.Index.Entry entry -> new org.loadline.core.CasePath.Index.Entry();
      case CasePath.Index.Placed placed -> new org.loadline.core.CasePath.Index.Placed();
      case CasePath.Index.Keyed keyed -> new org.loadline.core.CasePath.Index.Keyed();
      case CasePath.Index.Matched(Name member, Name fact) ->
          new org.loadline.core.CasePath.Index.Matched(member.text());
    };
  }
}
