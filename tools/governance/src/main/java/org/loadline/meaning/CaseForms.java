package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.quoted;
import static org.loadline.meaning.Form.when;
import static org.loadline.meaning.Form.word;
import static org.loadline.meaning.TypeForms.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.core.CaseBinding;
import org.loadline.core.CasePath;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.ShownForm;
import org.loadline.core.WaterfallRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.Type;
import org.loadline.values.Value;

/** Published cases, and snapshots of parameters: how their documents bind. */
final class CaseForms {
  private final Program program;
  private final Definition in;

  CaseForms(Program program, Definition in) {
    this.program = program;
    this.in = in;
  }

  Form of(CaseBinding cases) {
    List<Form> suffixes = new ArrayList<>();
    cases
        .suffixes()
        .forEach((suffix, scale) -> suffixes.add(node("suffix", quoted(suffix), scale(scale))));
    List<Form> given = new ArrayList<>();
    cases.given().forEach(g -> given.add(given(g)));
    List<Form> expected = new ArrayList<>();
    cases.expected().forEach(e -> expected.add(expected(e)));
    return node(
        node("cases", quoted(cases.file())),
        List.of(
            Optional.of(node("rules", cases.rules().stream().map(Form::quoted).toList())),
            Optional.of(node("where", tests(cases.where()))),
            Optional.of(node("suffixes", Sorted.all(suffixes))),
            when(cases.maximumIsUnlimited(), "maximum-is-unlimited"),
            Optional.of(node("given", given)),
            Optional.of(node("run", cases.run().stream().map(this::waterfall).toList())),
            Optional.of(node("expect", expected)),
            Optional.of(node("ignore", cases.ignored().stream().map(this::path).toList()))));
  }

  private List<Form> tests(List<CaseBinding.Test> tests) {
    return tests.stream()
        .map(t -> node("test", path(t.path()), word(t.sort()), quoted(t.text())))
        .toList();
  }

  private Form path(CasePath path) {
    return node("path", path.steps().stream().map(this::step).toList());
  }

  private Form step(CasePath.Step step) {
    List<Form> indices = step.indices().stream().map(this::index).toList();
    return node(
        node("member", quoted(step.name())),
        List.of(when(step.quoted(), "quoted"), Optional.of(node("of", indices))));
  }

  private Form index(CasePath.Index index) {
    return switch (index) {
      case CasePath.Index.Element(var place) ->
          node("element", place.stream().mapToObj(Form::number).toList());
      case CasePath.Index.Entry entry -> word("entry");
      case CasePath.Index.Placed placed -> word("placed");
      case CasePath.Index.Keyed keyed -> word("keyed");
      case CasePath.Index.Matched(String member) -> node("matched", quoted(member));
    };
  }

  private static Form scale(CaseBinding.Scale scale) {
    return node(scale.time() ? "time" : "share", exact(scale.one()));
  }

  private Form given(CaseBinding.Given given) {
    List<Form> cells = new ArrayList<>();
    given.cells().forEach(c -> cells.add(cell(given.subject(), c)));
    return node(
        node("given", subject(given.subject())),
        List.of(
            given.from().map(p -> node("from", path(p))),
            given.shown().map(f -> shown(f, entity(given.subject()))),
            Optional.of(node("where", tests(given.where()))),
            Optional.of(node("cells", Sorted.all(cells)))));
  }

  private static Optional<EntityRef> entity(CaseBinding.Subject subject) {
    return switch (subject) {
      case CaseBinding.Subject.Rows(var entity) -> Optional.of(entity);
      case CaseBinding.Subject.Inputs inputs -> Optional.empty();
      case CaseBinding.Subject.Params params -> Optional.empty();
    };
  }

  private Form subject(CaseBinding.Subject subject) {
    return switch (subject) {
      case CaseBinding.Subject.Rows(var entity) -> {
        in.reads(in.subjects().of(entity));
        yield node("rows", quoted(entity.name()));
      }
      case CaseBinding.Subject.Inputs inputs -> word("system");
      case CaseBinding.Subject.Params params -> word("params");
    };
  }

  private Form cell(CaseBinding.Subject subject, CaseBinding.Cell cell) {
    return switch (subject) {
      case CaseBinding.Subject.Rows(var entity) -> {
        Entity of = program.entity(entity);
        Type type = of.fields().get(cell.field()).type();
        yield in.frame(false)
            .setting(entity, cell.field(), cell.member(), origin(type, cell, Optional.of(entity)));
      }
      case CaseBinding.Subject.Inputs inputs -> {
        Field field = program.system().get(cell.field());
        InputRef ref = new InputRef(cell.field(), field.name());
        yield node(
            node("input", in.input(ref)),
            List.of(
                field.family().isEmpty()
                    ? Optional.empty()
                    : Optional.of(in.families().column(field, cell.member())),
                Optional.of(origin(field.type(), cell, Optional.empty()))));
      }
      case CaseBinding.Subject.Params params -> {
        Param param = program.params().get(cell.field());
        in.reads(in.subjects().of(param.ref()));
        yield node(
            "param", quoted(param.ref().name()), origin(param.type(), cell, Optional.empty()));
      }
    };
  }

  /** Without a path a value is found under the name of the cell as the case binding writes it. */
  private Form origin(Type type, CaseBinding.Cell cell, Optional<EntityRef> row) {
    Form origin = origin(type, cell);
    return cell.shown().isPresent()
        ? node("shown", origin, shown(cell.shown().get(), row))
        : origin;
  }

  private Form origin(Type type, CaseBinding.Cell cell) {
    return switch (cell.origin()) {
      case CaseBinding.Origin.Always(Value value) -> node("always", in.types().value(type, value));
      case CaseBinding.Origin.At at ->
          node(
              node("at", quoted(cell.name())),
              List.of(
                  at.path().map(this::path),
                  at.size().map(this::size),
                  Optional.of(spelled(type, at.spelled())),
                  at.otherwise().map(v -> node("otherwise", in.types().value(type, v)))));
    };
  }

  private Form size(CaseBinding.Size size) {
    return switch (size) {
      case CaseBinding.Size.Fixed(var scale) -> scale(scale);
      case CaseBinding.Size.PlacesAt(var path, boolean negative) ->
          node(negative ? "places-below-at" : "places-at", path(path));
    };
  }

  private Form spelled(Type type, Map<String, Value> spelled) {
    List<Form> forms = new ArrayList<>();
    spelled.forEach(
        (text, value) -> forms.add(node("spell", quoted(text), in.types().value(type, value))));
    return node("spelled", Sorted.all(forms));
  }

  private Form expected(CaseBinding.Expected e) {
    return node(
        node("expected", output(e.output()), node("facts", facts(e.facts())), path(e.path())),
        List.of(
            e.size().map(this::size),
            e.shown().map(s -> showing(s, e.output().owner())),
            Optional.of(spelled(e.output().type(), e.spelled()))));
  }

  private List<Form> facts(List<Output> facts) {
    return facts.stream().map(this::output).toList();
  }

  private Form output(Output output) {
    in.reads(in.subjects().of(output.fact()));
    return quoted(in.subjects().of(output).name());
  }

  // ---- Values as texts

  private Form showing(CaseBinding.Showing showing, Optional<EntityRef> row) {
    return node(
        node("showing"),
        Stream.concat(
                Stream.of(showing.by().map(by -> node("by", output(by)))),
                showing.forms().stream().map(f -> Optional.of(shown(f, row))))
            .toList());
  }

  private Form shown(ShownForm form, Optional<EntityRef> row) {
    List<Form> pieces = new ArrayList<>();
    pieces.add(quoted(form.name()));
    form.pieces().forEach(p -> pieces.add(piece(p, row)));
    return node("as", pieces);
  }

  private Form piece(ShownForm.Piece piece, Optional<EntityRef> row) {
    return switch (piece) {
      case ShownForm.Piece.Words(String text) -> quoted(text);
      case ShownForm.Piece.Number n ->
          node(
              node("number", word(n.look()), Form.number(n.scale()), exact(n.less())),
              List.of(
                  n.cut().isPresent()
                      ? Optional.of(node("cut", Form.number(n.cut().getAsInt())))
                      : Optional.empty()));
      case ShownForm.Piece.Raw raw -> word("raw");
      case ShownForm.Piece.OfField(int field, var part) -> ofField(row.orElseThrow(), field, part);
      case ShownForm.Piece.OfFact(Output fact) -> output(fact);
      case ShownForm.Piece.Bits(var entity, int label, int place) ->
          node("bits", in.field(entity, label), in.field(entity, place));
    };
  }

  private Form ofField(EntityRef row, int field, Optional<Integer> part) {
    Type type = program.entity(row).fields().get(field).type().present();
    Optional<Form> of =
        type instanceof Type.RowOf(var entity, var path)
            ? part.map(p -> in.field(entity, p))
            : Optional.empty();
    return node(node("field", in.field(row, field)), List.of(of));
  }

  private Form waterfall(WaterfallRef ref) {
    in.reads(in.subjects().of(ref));
    return quoted(ref.name());
  }
}
