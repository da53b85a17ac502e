package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.WrittenNumbers;
import org.loadline.core.CaseBinding;
import org.loadline.core.Output;
import org.loadline.core.ShownForm;
import org.loadline.core.ShownForm.Look;
import org.loadline.core.ShownForm.Piece;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;

/** The forms in which a block of cases or parameters shows values, typed where they are used. */
final class ShownForms {
  private final Checker in;
  private final Declaration.Cases block;
  private final Map<String, CaseItem.Form> forms = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  ShownForms(Checker in, Declaration.Cases block) {
    this.in = in;
    this.block = block;
    for (CaseItem item : block.items()) {
      if (item instanceof CaseItem.Form form
          && forms.putIfAbsent(form.name().text(), form) != null) {
        in.complaints.say(ShownProblem.FORM_TWICE, form.name().span(), "name", form.name().text());
      }
    }
  }

  /** Says which forms show nothing; to be asked when all else is typed. */
  void check() {
    for (CaseItem.Form form : forms.values()) {
      if (!used.contains(form.name().text())) {
        in.complaints.say(ShownProblem.UNUSED_FORM, form.name().span(), "name", form.name().text());
      }
    }
  }

  /** How a row is called. */
  Optional<ShownForm> ofRow(CaseItem.Given line, Optional<Name> shown, Optional<Entity> entity) {
    return shown.flatMap(
        name -> notInCases(name) ? typed(name, new Row(Optional.empty(), entity, line)) : none());
  }

  /** How a field is shown. */
  Optional<ShownForm> ofField(CaseItem.Field field, Type type, Optional<Entity> entity) {
    return field
        .shown()
        .flatMap(
            name ->
                notInCases(name)
                    ? typed(name, new Row(Optional.of(type), entity, lineOf(field)))
                    : none());
  }

  private CaseItem.Given lineOf(CaseItem.Field field) {
    return block.items().stream()
        .filter(CaseItem.Given.class::isInstance)
        .map(CaseItem.Given.class::cast)
        .filter(line -> line.fields().contains(field))
        .findFirst()
        .orElseThrow();
  }

  private boolean notInCases(Name name) {
    used.add(name.text());
    if (!block.isParameters()) {
      in.complaints.say(ShownProblem.SHOWN_IN_CASES, name.span(), "name", name.text());
    }
    return block.isParameters();
  }

  /** The texts that a fact is held against. */
  Optional<CaseBinding.Showing> expected(CaseItem.Shown shown, Output output) {
    Expected place = new Expected(output);
    if (!shown.by()) {
      return typed(shown.name(), place)
          .map(form -> new CaseBinding.Showing(Optional.empty(), List.of(form)));
    }
    Optional<Output> by = fact(output, shown.name());
    Optional<Choice> choice =
        by.flatMap(
            b ->
                b.type() instanceof Type.OfChoice(var ref)
                    ? Optional.of(in.vocabulary.bound().choices().get(ref.index()))
                    : Optional.empty());
    if (by.isPresent() && choice.isEmpty()) {
      in.complaints.say(
          ShownProblem.NOT_BY_CHOICE, shown.name().span(), "name", shown.name().text());
    }
    if (choice.isEmpty()) {
      used.addAll(forms.keySet());
      return Optional.empty();
    }
    List<ShownForm> typed = new ArrayList<>();
    for (String member : choice.get().members()) {
      if (forms.containsKey(member)) {
        typed(new Name(member, shown.name().span()), place).ifPresent(typed::add);
      } else {
        in.complaints.say(
            ShownProblem.MEMBER_WITHOUT_FORM,
            shown.name().span(),
            "member",
            member,
            "name",
            shown.name().text(),
            "choice",
            choice.get().ref().name());
      }
    }
    return Optional.of(new CaseBinding.Showing(by, typed));
  }

  private Optional<Output> fact(Output of, Name name) {
    Reports reports = new Reports(in);
    return of.owner().isPresent()
        ? reports.part(new Name(of.owner().get().name(), name.span()), name)
        : reports.whole(name);
  }

  // ---- Pieces

  /** Where a form is used. */
  private sealed interface Use {}

  /** Of a field with a type, or of the row itself. */
  private record Row(Optional<Type> type, Optional<Entity> entity, CaseItem.Given line)
      implements Use {}

  private record Expected(Output output) implements Use {}

  private static Optional<ShownForm> none() {
    return Optional.empty();
  }

  private Optional<ShownForm> typed(Name name, Use use) {
    used.add(name.text());
    CaseItem.Form form = forms.get(name.text());
    if (form == null) {
      in.complaints.say(ShownProblem.UNKNOWN_FORM, name.span(), "name", name.text());
      return Optional.empty();
    }
    List<Piece> pieces = new ArrayList<>();
    for (CaseItem.Piece piece : form.pieces()) {
      Optional<? extends Piece> typed =
          switch (piece) {
            case CaseItem.Piece.Words(String text, var span) -> Optional.of(new Piece.Words(text));
            case CaseItem.Piece.Bits bits -> bits(bits);
            case CaseItem.Piece.Value value -> value(value, use);
          };
      typed.ifPresent(pieces::add);
    }
    return Optional.of(new ShownForm(name.text(), pieces));
  }

  private Optional<Piece> value(CaseItem.Piece.Value piece, Use use) {
    String look = piece.look().text();
    Optional<Look> number =
        piece.part().isPresent()
            ? Optional.empty()
            : switch (look) {
              case "number" -> Optional.of(Look.NUMBER);
              case "grouped" -> Optional.of(Look.GROUPED);
              case "percent" -> Optional.of(Look.PERCENT);
              default -> Optional.empty();
            };
    if (number.isPresent()) {
      if (!isNumber(use)) {
        in.complaints.say(ShownProblem.NOT_A_NUMBER, piece.span(), "name", look);
        return Optional.empty();
      }
      return Optional.of(
          new Piece.Number(
              number.get(),
              piece.scale().orElse(0),
              piece.less().map(WrittenNumbers::exact).orElse(Exact.ZERO),
              piece.places()));
    }
    if (piece.scale().isPresent() || piece.less().isPresent() || piece.places().isPresent()) {
      in.complaints.say(ShownProblem.WORD_WITH_PLACES, piece.span(), "name", look);
    }
    if (look.equals("raw") && piece.part().isEmpty()) {
      return Optional.of(new Piece.Raw());
    }
    return switch (use) {
      case Expected(Output output) -> fact(output, piece.look()).map(Piece.OfFact::new);
      case Row(var type, var entity, var line) -> field(piece, entity, line);
    };
  }

  /** Whether a number can be written; texts are read as one when they are shown. */
  private static boolean isNumber(Use use) {
    Optional<Type> type =
        switch (use) {
          case Expected(Output output) -> Optional.of(output.type());
          case Row(var of, var entity, var line) -> of;
        };
    return type.map(Type::present)
        .filter(t -> t instanceof Type.Quantity || t instanceof Type.Text)
        .isPresent();
  }

  private Optional<Piece> field(
      CaseItem.Piece.Value piece, Optional<Entity> entity, CaseItem.Given line) {
    Optional<Field> field =
        entity.flatMap(e -> e.field(piece.look().text())).filter(f -> isGiven(f, line));
    if (field.isPresent() && piece.part().isEmpty()) {
      return Optional.of(new Piece.OfField(field.get().index(), Optional.empty()));
    }
    if (field.isPresent() && field.get().type().present() instanceof Type.RowOf(var ref, var p)) {
      String part = piece.part().get().text();
      Optional<Field> of =
          in.vocabulary
              .entity(ref)
              .field(part)
              .filter(f -> given(ref).stream().anyMatch(l -> isGiven(f, l)));
      if (of.isPresent()) {
        return Optional.of(new Piece.OfField(field.get().index(), Optional.of(of.get().index())));
      }
    }
    in.complaints.say(
        ShownProblem.UNKNOWN_PIECE,
        piece.span(),
        "name",
        Quote.of(piece.span()),
        "row",
        entity.map(e -> "`" + e.name() + "` that is given here").orElse("a row"));
    return Optional.empty();
  }

  private static boolean isGiven(Field field, CaseItem.Given line) {
    boolean key = line.key().isPresent() && field.role() == Field.Role.KEY;
    return key || line.fields().stream().anyMatch(f -> f.name().text().equals(field.name()));
  }

  private Optional<Piece> bits(CaseItem.Piece.Bits piece) {
    Optional<Entity> entity = in.vocabulary.kind(piece.entity().text());
    List<CaseItem.Given> lines = entity.map(e -> given(e.ref())).orElse(List.of());
    if (!block.isParameters() || entity.isEmpty() || lines.isEmpty()) {
      noBits(piece.entity(), block.isParameters() ? "entity" : "entity of parameters");
      return Optional.empty();
    }
    Optional<Field> label = given(entity.get(), piece.label(), lines);
    Optional<Field> place =
        given(entity.get(), piece.place(), lines)
            .filter(f -> f.type().present() instanceof Type.Quantity);
    if (label.isEmpty()) {
      noBits(piece.label(), "field of `" + piece.entity().text() + "`");
    }
    if (place.isEmpty()) {
      noBits(piece.place(), "number of `" + piece.entity().text() + "`");
    }
    return label.flatMap(
        l -> place.map(p -> new Piece.Bits(entity.get().ref(), l.index(), p.index())));
  }

  private static Optional<Field> given(Entity entity, Name name, List<CaseItem.Given> lines) {
    return entity.field(name.text()).filter(f -> lines.stream().anyMatch(l -> isGiven(f, l)));
  }

  private void noBits(Name name, String wanted) {
    in.complaints.say(ShownProblem.NO_BITS, name.span(), "name", name.text(), "wanted", wanted);
  }

  private List<CaseItem.Given> given(EntityRef entity) {
    return block.items().stream()
        .filter(CaseItem.Given.class::isInstance)
        .map(CaseItem.Given.class::cast)
        .filter(line -> line.subject().text().equals(entity.name()))
        .toList();
  }
}
