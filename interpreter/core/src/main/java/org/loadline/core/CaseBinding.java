package org.loadline.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * How documents bind to a program: published cases of some rules, what they give and what they
 * expect; or, without rules, snapshots of a protocol's parameters.
 *
 * <p>{@code file} is the document beside the policy that holds the cases, or the title of the
 * parameters; {@code where} says which cases or snapshots are meant. {@code suffixes} are what one
 * of a number is whose name ends so. Outputs that a path names by a fact stand in it by the place
 * of the fact in {@link Expected#facts}.
 */
public record CaseBinding(
    String file,
    List<String> rules,
    List<Test> where,
    Map<String, Scale> suffixes,
    boolean maximumIsUnlimited,
    List<Given> given,
    List<WaterfallRef> run,
    List<Expected> expected,
    List<CasePath> ignored,
    Span span) {
  public CaseBinding {
    rules = List.copyOf(rules);
    where = List.copyOf(where);
    suffixes = Map.copyOf(suffixes);
    given = List.copyOf(given);
    run = List.copyOf(run);
    expected = List.copyOf(expected);
    ignored = List.copyOf(ignored);
  }

  /** Whether this reads snapshots of parameters, and no cases. */
  public boolean isParameters() {
    return rules.isEmpty();
  }

  /** What is asked of what stands at a path: whether it is this text, or whether it is there. */
  public record Test(CasePath path, Sort sort, String text) {
    /** What is asked. */
    public enum Sort {
      EQUALS,
      DIFFERS,
      PRESENT,
      ABSENT
    }
  }

  /** What one of a number written is: a share of one, or a length of time in seconds. */
  public record Scale(Exact one, boolean time) {
    public static final Scale ONE = new Scale(Exact.ONE, false);
  }

  /**
   * What is given of an entity, of the whole or of params, from what stands at a path; {@code
   * shown} is how people call a row.
   */
  public record Given(
      Subject subject,
      Optional<CasePath> from,
      List<Test> where,
      Optional<ShownForm> shown,
      List<Cell> cells,
      Span span) {
    public Given {
      where = List.copyOf(where);
      cells = List.copyOf(cells);
    }
  }

  /** What is given. */
  public sealed interface Subject {
    /** Rows of an entity. */
    record Rows(EntityRef entity) implements Subject {}

    /** The inputs of no row. */
    record Inputs() implements Subject {}

    /** Params. */
    record Params() implements Subject {}
  }

  /**
   * One field, input or param by its place, and where its value comes from; without a form it is
   * shown as it stands.
   */
  public record Cell(
      int field, int member, String name, Origin origin, Optional<ShownForm> shown, Span span) {}

  /** Where a value comes from. */
  public sealed interface Origin {
    /** It is always this. */
    record Always(Value value) implements Origin {}

    /**
     * What stands at a path, read in a scale; what is spelled, and what is absent, is a value of
     * its own. Without a path it is the member with the name of the field, or with one of the
     * suffixes.
     */
    record At(
        Optional<CasePath> path,
        Optional<Size> size,
        Map<String, Value> spelled,
        Optional<Value> otherwise)
        implements Origin {
      public At {
        spelled = Map.copyOf(spelled);
      }
    }
  }

  /** What one of a number is, where its name does not say it. */
  public sealed interface Size {
    record Fixed(Scale scale) implements Size {}

    /** As many places as another field says, or as many as it says below zero. */
    record PlacesAt(CasePath path, boolean negative) implements Size {}
  }

  /**
   * A fact and the member of what is expected that it must equal. {@code facts} are the facts of
   * the same row that the path names, in their order.
   */
  public record Expected(
      Output output,
      List<Output> facts,
      CasePath path,
      Optional<Size> size,
      Map<String, Value> spelled,
      Optional<Showing> shown,
      Span span) {
    public Expected {
      facts = List.copyOf(facts);
      spelled = Map.copyOf(spelled);
    }
  }

  /**
   * What is expected is a text: the one form, or that of the member which {@code by} is, by its
   * place.
   */
  public record Showing(Optional<Output> by, List<ShownForm> forms) {
    public Showing {
      forms = List.copyOf(forms);
    }

    /** Every fact that the texts need besides what they show. */
    Stream<Output> outputs() {
      return Stream.concat(by.stream(), forms.stream().flatMap(ShownForm::outputs));
    }
  }

  /** Every fact that is worked out to compare a case, each once. */
  public List<Output> outputs() {
    return expected.stream()
        .flatMap(
            e ->
                Stream.concat(
                    Stream.concat(Stream.of(e.output()), e.facts().stream()),
                    e.shown().stream().flatMap(Showing::outputs)))
        .distinct()
        .toList();
  }
}
