package org.loadline.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.diff.Edit.WaterfallPart.Part;
import org.loadline.meaning.Form;
import org.loadline.meaning.Subject;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.WaterfallItem;

/** What was done to a waterfall: its parts, and its steps in their order. */
final class WaterfallEdits {
  private final Subject subject;
  private final Form was;
  private final Form is;
  private final List<Draft> drafts = new ArrayList<>();

  private WaterfallEdits(Subject subject, Form was, Form is) {
    this.subject = subject;
    this.was = was;
    this.is = is;
  }

  private static Form sweep(Form form) {
    return FormParts.first(form, "sweep").orElseThrow();
  }

  static List<Draft> of(Subject subject, Side before, Side after) {
    WaterfallEdits edits =
        new WaterfallEdits(subject, sweep(before.form(subject)), sweep(after.form(subject)));
    edits.compare(
        before.text().waterfall(subject.name()).orElseThrow(),
        after.text().waterfall(subject.name()).orElseThrow());
    return edits.drafts;
  }

  private void compare(Declaration.Waterfall old, Declaration.Waterfall now) {
    Map<Part, List<Span>> texts = parts(old);
    Map<Part, List<Span>> newTexts = parts(now);
    for (Part part : Part.values()) {
      List<Span> a = texts.getOrDefault(part, List.of());
      List<Span> b = newTexts.getOrDefault(part, List.of());
      boolean same = part(was, part).equals(part(is, part)) || Words.of(a).equals(Words.of(b));
      if (!same) {
        add(new Edit.WaterfallPart(part), whole(a), whole(b));
      }
    }
    steps(steps(old), steps(now));
  }

  /**
   * A part of the meaning. Variables are numbered through the whole, so what stands after a change
   * may differ where its text does not: a part is another only if both are.
   */
  private static List<Form> part(Form sweep, Part part) {
    return switch (part) {
      case ENTITY -> List.of(FormParts.parts(sweep).get(1));
      case GUARD -> FormParts.all(sweep, "when");
      case COVERS -> FormParts.all(sweep, "covers");
      case ORDER ->
          Stream.concat(
                  FormParts.all(sweep, "in-order").stream(),
                  FormParts.parts(sweep).stream().filter(Form.word("again-after-each")::equals))
              .toList();
      case CARRIED -> FormParts.all(sweep, "carried");
      case FIXED -> FormParts.all(sweep, "fixed");
      case STOP -> FormParts.all(sweep, "stop");
      case REMAINDER -> FormParts.all(sweep, "remainder");
    };
  }

  private static Optional<Form> step(Form sweep, String name) {
    return FormParts.first(sweep, "steps")
        .flatMap(steps -> FormParts.named(FormParts.all(steps, "step"), name));
  }

  private static Map<Part, List<Span>> parts(Declaration.Waterfall waterfall) {
    Map<Part, List<Span>> parts = new EnumMap<>(Part.class);
    put(parts, Part.ENTITY, waterfall.entity().span());
    waterfall.when().ifPresent(w -> put(parts, Part.GUARD, w.span()));
    for (WaterfallItem item : waterfall.items()) {
      switch (item) {
        case WaterfallItem.Covers i -> put(parts, Part.COVERS, i.span());
        case WaterfallItem.Serve i -> put(parts, Part.ORDER, i.span());
        case WaterfallItem.Fix i -> put(parts, Part.FIXED, i.span());
        case WaterfallItem.Live i -> {}
        case WaterfallItem.Carry i -> put(parts, Part.CARRIED, i.span());
        case WaterfallItem.Stop i -> put(parts, Part.STOP, i.span());
        case WaterfallItem.StepOf i -> {}
        case WaterfallItem.Remainder i -> put(parts, Part.REMAINDER, i.span());
      }
    }
    return parts;
  }

  private static void put(Map<Part, List<Span>> parts, Part part, Span span) {
    parts.computeIfAbsent(part, p -> new ArrayList<>()).add(span);
  }

  private static Optional<Wording> whole(List<Span> spans) {
    return spans.stream().reduce(Span::to).map(Wording::new);
  }

  private static List<WaterfallItem.StepOf> steps(Declaration.Waterfall waterfall) {
    return waterfall.items().stream()
        .filter(WaterfallItem.StepOf.class::isInstance)
        .map(WaterfallItem.StepOf.class::cast)
        .toList();
  }

  private void steps(List<WaterfallItem.StepOf> old, List<WaterfallItem.StepOf> now) {
    List<String> oldNames =
        names(old).stream().map(n -> newName(n, names(old), names(now))).toList();
    Matching matching = Matching.byName(oldNames, names(now));
    for (int i = 0; i < old.size(); i++) {
      if (!matching.pairs().containsKey(i)) {
        add(
            new Edit.StepRemoved(old.get(i).name().text(), i + 1),
            Optional.of(new Wording(old.get(i).span())),
            Optional.empty());
      }
    }
    for (int j = 0; j < now.size(); j++) {
      String name = now.get(j).name().text();
      int i = oldNames.indexOf(name);
      Optional<Wording> after = Optional.of(new Wording(now.get(j).span()));
      if (i < 0) {
        add(new Edit.StepAdded(name, j + 1), Optional.empty(), after);
        continue;
      }
      Optional<Wording> before = Optional.of(new Wording(old.get(i).span()));
      if (matching.moved().contains(i)) {
        add(new Edit.StepMoved(name, i + 1, j + 1), before, after);
      }
      boolean same =
          step(was, old.get(i).name().text()).equals(step(is, name))
              || Words.of(old.get(i).span()).equals(Words.of(now.get(j).span()));
      if (!same) {
        add(new Edit.StepChanged(name), before, after);
      }
    }
  }

  /** What a step is called now: another name, if that is new and does what this did. */
  private String newName(String name, List<String> old, List<String> now) {
    if (now.contains(name)) {
      return name;
    }
    List<String> alike =
        now.stream()
            .filter(n -> !old.contains(n) && unnamed(step(is, n)).equals(unnamed(step(was, name))))
            .toList();
    return alike.size() == 1 ? alike.getFirst() : name;
  }

  private static List<Form> unnamed(Optional<Form> step) {
    List<Form> parts = step.map(FormParts::parts).orElse(List.of());
    return parts.subList(Math.min(2, parts.size()), parts.size());
  }

  private static List<String> names(List<WaterfallItem.StepOf> steps) {
    return steps.stream().map(s -> s.name().text()).toList();
  }

  private void add(Edit edit, Optional<Wording> was, Optional<Wording> is) {
    drafts.add(new Draft(subject, edit, was, is));
  }
}
