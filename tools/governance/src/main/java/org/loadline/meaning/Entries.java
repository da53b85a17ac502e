package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.number;
import static org.loadline.meaning.Form.quoted;
import static org.loadline.meaning.Form.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.loadline.core.Amount;
import org.loadline.core.Entry;
import org.loadline.core.Place;
import org.loadline.core.SortKey;

/**
 * Entries of a waterfall or of an action, in their order.
 *
 * <p>What an action does is its own definition: where it is done stand its name, its arguments, and
 * the variables around that it uses.
 */
final class Entries {
  private final Definition in;
  private final Formulas formulas;
  private final BiConsumer<String, Action> actions;

  /** An action as it is done somewhere. */
  record Action(Definition definition, Form form) {}

  /** {@code actions} is told of every action that is done. */
  Entries(Definition in, Variables variables, BiConsumer<String, Action> actions) {
    this.in = in;
    this.formulas = new Formulas(in, variables);
    this.actions = actions;
  }

  Formulas formulas() {
    return formulas;
  }

  List<Form> all(List<Entry> entries) {
    List<Form> forms = new ArrayList<>();
    entries.forEach(e -> forms.add(of(e)));
    return forms;
  }

  private Form of(Entry entry) {
    return switch (entry) {
      case Entry.Move e ->
          node(
              node("move", amount(e.amount()), place(e.from()), place(e.to())),
              List.of(overdraw(e.mayOverdraw())));
      case Entry.Cancel e ->
          node(
              node("cancel", amount(e.amount()), place(e.holding()), place(e.obligation())),
              List.of(overdraw(e.mayOverdraw())));
      case Entry.Raise e ->
          node("raise", amount(e.amount()), place(e.holding()), place(e.obligation()));
      case Entry.Set e -> node("set", place(e.place()), formulas.of(e.value()));
      case Entry.Carry e -> node("carry", formulas.variable(e.slot()), formulas.of(e.value()));
      case Entry.Create e -> create(e);
      case Entry.Refuse e ->
          node(node("refuse", quoted(e.reason())), List.of(formulas.maybe("when", e.when())));
      case Entry.Share e -> share(e);
      case Entry.ForEach e -> forEach(e);
      case Entry.Do e -> doing(e);
    };
  }

  private static Optional<Form> overdraw(boolean mayOverdraw) {
    return Form.when(mayOverdraw, "may-overdraw");
  }

  private Form amount(Amount amount) {
    Form value = formulas.of(amount.value());
    Optional<Form> atMost = formulas.maybe("at-most", amount.atMost());
    return node(
        node("amount", value),
        List.of(atMost, Form.maybe("step", amount.step().map(formulas::step))));
  }

  private Form place(Place place) {
    return switch (place) {
      case Place.OfRow p -> {
        Form row = formulas.of(p.row());
        yield node(
            node("place", row, in.field(p.entity(), p.field())),
            List.of(formulas.some("family", p.family())));
      }
      case Place.OfSystem p -> node("system-place", in.input(p.input()));
    };
  }

  private Form create(Entry.Create e) {
    in.reads(in.subjects().of(e.entity()));
    List<Form> parts = new ArrayList<>();
    parts.add(quoted(e.entity().name()));
    e.fields()
        .forEach(
            f ->
                parts.add(
                    formulas.setting(e.entity(), f.field(), f.member(), formulas.of(f.value()))));
    return node("create", parts);
  }

  private Form share(Entry.Share e) {
    Form amount = amount(e.amount());
    Form binder = formulas.binder(e.binder());
    Optional<Form> filter = formulas.maybe("where", e.filter());
    Form each = place(e.each());
    Form single = place(e.single());
    Form weight = formulas.of(e.weight());
    Optional<Form> cap = formulas.maybe("cap", e.cap());
    Optional<Form> step = Form.maybe("step", e.step().map(formulas::step));
    List<Form> lost = keys(e.lost());
    return node(
        node("share", word(e.fromEach() ? "from-each" : "to-each"), amount, binder),
        List.of(
            filter,
            Optional.of(each),
            Optional.of(single),
            Optional.of(node("by", weight)),
            cap,
            Form.when(e.refilled(), "refilled"),
            step,
            Optional.of(node("lost", lost)),
            overdraw(e.mayOverdraw())));
  }

  List<Form> keys(List<SortKey> keys) {
    List<Form> forms = new ArrayList<>();
    keys.forEach(k -> forms.add(Formulas.key(formulas.of(k.measure()), k.descending())));
    return forms;
  }

  private Form forEach(Entry.ForEach e) {
    Form binder = formulas.binder(e.binder());
    Optional<Form> filter = formulas.maybe("where", e.filter());
    List<Form> order = keys(e.order());
    Optional<Form> during = formulas.maybe("while", e.during());
    return node(
        node("for-each", binder),
        List.of(
            filter,
            Optional.of(node("in-order", order)),
            during,
            Optional.of(node("entries", all(e.entries())))));
  }

  private Form doing(Entry.Do e) {
    Definition definition = new Definition(in.program(), in.subjects());
    Variables inside = new Variables();
    List<Form> arguments = new ArrayList<>();
    for (Entry.Do.Argument argument : e.arguments()) {
      arguments.add(formulas.of(argument.value()));
      inside.bind(argument.slot());
    }
    Entries entries = new Entries(definition, inside, actions);
    List<Form> done = entries.all(e.entries());
    Form form = node("do", node("parameters", number(arguments.size())), node("entries", done));
    actions.accept(e.action(), new Action(definition, form));
    in.reads(Subjects.action(e.action()));
    List<Form> around = new ArrayList<>();
    for (int slot : inside.free()) {
      around.add(formulas.variable(slot));
    }
    return node("do", quoted(e.action()), node("with", arguments), node("around", around));
  }
}
