package org.loadline.engine.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.SearchWays;
import org.loadline.engine.inspect.Carried;
import org.loadline.engine.inspect.Described;
import org.loadline.engine.inspect.PassDescription;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.inspect.Step;
import org.loadline.engine.lower.Note;
import org.loadline.engine.lower.PassLowering;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;

/** Puts the notes of a plan's passes into words. */
public final class Describing {
  private final Program program;
  private final Optional<Rows> rows;
  private final TermText texts;
  private final SearchWays searches;
  private final Set<FactRef> reported;

  /** How many rows an entity has. */
  public interface Rows {
    long count(EntityRef entity);
  }

  private Describing(Program program, Optional<Rows> rows) {
    this.program = program;
    this.rows = rows;
    this.texts = new TermText(program);
    this.searches = new SearchWays(program);
    this.reported = program.outputs().stream().map(Output::fact).collect(Collectors.toSet());
  }

  /** A pass and what its lowering took down. */
  public record Noted(Pass pass, PassLowering.Noted notes) {}

  /**
   * The description of a plan.
   *
   * @param rows of the snapshot that it is for; empty if it is for none
   */
  public static PlanDescription of(Program program, List<Noted> passes, Optional<Rows> rows) {
    Describing describing = new Describing(program, rows);
    List<PassDescription> described = new ArrayList<>();
    for (Noted pass : passes) {
      described.add(describing.pass(described.size() + 1, pass));
    }
    return new PlanDescription(
        program,
        rows.isPresent(),
        described,
        new Fates(program, passes).all(),
        new Suppositions(program, passes).all());
  }

  private PassDescription pass(int number, Noted noted) {
    Optional<EntityRef> entity = noted.pass().row().map(Describing::own);
    OptionalLong runs = entity.map(this::count).orElse(OptionalLong.of(1));
    return new PassDescription(
        number,
        entity,
        runs,
        steps(noted.notes().before(), OptionalLong.of(1)),
        steps(noted.notes().perRow(), runs));
  }

  private OptionalLong count(EntityRef entity) {
    return rows.map(r -> OptionalLong.of(r.count(entity))).orElse(OptionalLong.empty());
  }

  private static EntityRef own(Term row) {
    if (row.shape() instanceof Shape.Variable(int depth, Domain.Own(EntityRef entity))) {
      return entity;
    }
    throw new IllegalArgumentException("not the row of a pass: " + row);
  }

  private List<Step> steps(List<Note.Step> notes, OptionalLong runs) {
    List<Step> steps = new ArrayList<>();
    for (Note.Step note : notes) {
      steps.add(
          switch (note) {
            case Note.Step.Keep(Note value, int readers) ->
                new Step.Keep(described(value), readers);
            case Note.Step.Fill(Pass.Filled filled, Note value, var column) ->
                new Step.Fill(
                    filled.fact().ref(),
                    reported.contains(filled.fact().ref()),
                    filled(filled.fact(), value));
            case Note.Step.Total total -> total(total);
            case Note.Step.Loop loop -> loop(loop, runs);
          });
    }
    return steps;
  }

  private Step total(Note.Step.Total total) {
    List<Described> adds = total.adds().stream().map(this::described).toList();
    Described sum =
        new Described(
            Optional.empty(),
            total.adds().map(a -> "sum of " + texts.shortly(a.term())).orElse("count of rows"),
            total.adds().flatMap(a -> texts.type(a.term())),
            false,
            Optional.of(carried(total.form())),
            List.of(),
            List.of(),
            true,
            adds);
    return new Step.Total(total.where().map(this::described), sum);
  }

  private Step loop(Note.Step.Loop loop, OptionalLong outside) {
    Domain domain = ((Shape.Variable) loop.variable().shape()).domain();
    OptionalLong runs = outside.isPresent() ? runs(domain, outside.getAsLong()) : outside;
    return new Step.Loop(
        texts.over(domain),
        runs,
        loop.where().map(this::described),
        steps(loop.steps(), runs),
        loop.totals().stream().map(this::described).toList());
  }

  /** As many elements as a loop takes if parents have equally many children. */
  private OptionalLong runs(Domain domain, long outside) {
    return switch (domain) {
      case Domain.Own own -> OptionalLong.of(outside);
      case Domain.Points points -> OptionalLong.empty();
      case Domain.Window window -> runs(window.points(), outside);
      case Domain.Ranked ranked -> runs(ranked.source(), outside);
      case Domain.Numbers numbers -> OptionalLong.empty();
      case Domain.Carried carried -> OptionalLong.empty();
      case Domain.Members(var choice) ->
          OptionalLong.of(outside * program.choice(choice).members().size());
      case Domain.All(EntityRef entity) -> scaled(outside, count(entity), 1);
      case Domain.Children(Term parent, EntityRef child, int field) -> {
        EntityRef of = referred(child, field);
        OptionalLong parents = count(of);
        yield parents.isEmpty() ? parents : scaled(outside, count(child), parents.getAsLong());
      }
    };
  }

  private EntityRef referred(EntityRef child, int field) {
    if (program.entity(child).fields().get(field).type().present()
        instanceof Type.RowOf(EntityRef entity, var path)) {
      return entity;
    }
    throw new IllegalArgumentException("not a reference: " + field);
  }

  private static OptionalLong scaled(long outside, OptionalLong count, long among) {
    if (count.isEmpty()) {
      return count;
    }
    double turns = among == 0 ? 0 : (double) outside * count.getAsLong() / among;
    return OptionalLong.of((long) Math.ceil(turns));
  }

  private Described described(Note note) {
    List<Described.Check> checks = new ArrayList<>();
    for (Note.Result result : note.results()) {
      if (result.fit().checked()) {
        checks.add(new Described.Check(bits(result.range()), result.fit().width().carriedBits()));
      }
    }
    return new Described(
        texts.name(note.term()),
        texts.of(note.term()),
        texts.type(note.term()),
        note.kept(),
        note.form().filter(f -> note.term().kind() == Kind.NUMBER).map(Describing::carried),
        checks,
        new Remarks(note, rows.isPresent(), searches).all(),
        isOperation(note),
        note.parts().stream()
            .filter(part -> !(part.term().shape() instanceof Shape.Variable))
            .map(this::described)
            .toList());
  }

  /** A fact in its column, whatever else its term stands for. */
  private Described filled(Fact fact, Note note) {
    Described value = described(note);
    return new Described(
        Optional.of(texts.name(fact)),
        texts.of(fact),
        Optional.of(fact.type()),
        value.kept(),
        value.number(),
        value.checks(),
        value.remarks(),
        value.operation(),
        value.parts());
  }

  private static boolean isOperation(Note note) {
    return switch (note.term().shape()) {
      case Shape.Constant constant -> false;
      case Shape.Variable variable -> false;
      case Shape.Read read -> false;
      case Shape.Fail fail -> false;
      default -> !note.kept();
    };
  }

  private static Carried carried(NumberForm form) {
    return new Carried(
        form.isExact() ? 0 : form.width().carriedBits(),
        bits(form.number()),
        form.scale(),
        Exact.ofUnscaled(form.number().least(), form.scale()),
        Exact.ofUnscaled(form.number().most(), form.scale()),
        form.divisor().map(d -> OptionalInt.of(bits(d))).orElse(OptionalInt.empty()),
        form.orNone(),
        form.orUnlimited());
  }

  /** The bits that every number of a range fits, with a sign. */
  private static int bits(Interval range) {
    return range.bits() + 1;
  }
}
