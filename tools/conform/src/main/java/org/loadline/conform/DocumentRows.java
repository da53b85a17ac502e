package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.CaseBinding;
import org.loadline.core.CaseBinding.Cell;
import org.loadline.core.CaseBinding.Origin;
import org.loadline.core.CaseBinding.Scale;
import org.loadline.core.CasePath;
import org.loadline.core.Program;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.values.Value;

/**
 * What a document gives, as a binding says: rows of cells, each with where it stands.
 *
 * <p>Places are JSON Pointers. What is {@code absent} has no value, and matters only to what reads
 * it; what cannot be read has a problem.
 */
public record DocumentRows(List<Row> rows, List<Problem> problems, List<Problem> absent) {
  public DocumentRows {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    absent = List.copyOf(absent);
  }

  /** One row, or what is given of the inputs of no row or of params. */
  public record Row(CaseBinding.Given given, String pointer, List<Item> items) {
    public Row {
      items = List.copyOf(items);
    }
  }

  /**
   * What stands where a cell comes from, and what it means; a cell that is always the same has no
   * place.
   */
  public record Item(
      Cell cell, String pointer, String called, Optional<JsonNode> node, Optional<Value> value) {}

  /** A problem and where in the document it is. */
  public record Problem(String pointer, CaseProblem what) {}

  /** Reads a document. */
  public static DocumentRows of(Program program, CaseBinding binding, JsonNode document) {
    return new Reading(program, binding).rows(Place.top(document, binding));
  }

  /** Whether a document is one of those that a binding means. */
  public static boolean means(CaseBinding binding, JsonNode document) {
    return Place.top(document, binding).passes(binding.where());
  }

  /** Where everything stands that a path of the binding leads to. */
  public static List<String> pointers(CaseBinding binding, JsonNode document, CasePath path) {
    return Place.top(document, binding).all(path).stream().map(Place::pointer).toList();
  }

  /** A JSON Pointer with one more token. */
  public static String pointer(String outer, String token) {
    return Place.pointer(outer, token);
  }

  private static final class Reading {
    private final Program program;
    private final CaseBinding binding;
    private final ReadingValues values;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> absent = new LinkedHashSet<>();

    Reading(Program program, CaseBinding binding) {
      this.program = program;
      this.binding = binding;
      this.values = new ReadingValues(program, binding);
    }

    DocumentRows rows(Place top) {
      List<Row> rows = new ArrayList<>();
      for (CaseBinding.Given given : binding.given()) {
        List<Place> places = given.from().map(top::all).orElse(List.of(top));
        for (Place place : places) {
          if (!place.node().isNull() && place.passes(given.where())) {
            rows.add(row(given, place));
          }
        }
      }
      return new DocumentRows(rows, List.copyOf(problems), List.copyOf(absent));
    }

    private Row row(CaseBinding.Given given, Place place) {
      List<Item> items =
          given.cells().stream().map(cell -> item(cell, type(given, cell), place)).toList();
      return new Row(given, place.pointer(), items);
    }

    private Type type(CaseBinding.Given given, Cell cell) {
      return switch (given.subject()) {
        case CaseBinding.Subject.Rows(var entity) -> field(entity.index(), cell).type();
        case CaseBinding.Subject.Inputs inputs -> program.system().get(cell.field()).type();
        case CaseBinding.Subject.Params params -> program.params().get(cell.field()).type();
      };
    }

    private Field field(int entity, Cell cell) {
      return program.entities().get(entity).fields().get(cell.field());
    }

    private Item item(Cell cell, Type type, Place place) {
      return switch (cell.origin()) {
        case Origin.Always(Value value) ->
            new Item(cell, "", cell.name(), Optional.empty(), Optional.of(value));
        case Origin.At at ->
            at.path().isPresent() ? said(cell, at, type, place) : named(cell, at, type, place);
      };
    }

    private Item said(Cell cell, Origin.At at, Type type, Place place) {
      CasePath path = at.path().orElseThrow();
      return read(cell, at, type, place, place.one(path), path.text());
    }

    /** The member with the name of the field, or with the name and one of the suffixes. */
    private Item named(Cell cell, Origin.At at, Type type, Place place) {
      List<String> there =
          binding.suffixes().keySet().stream()
              .sorted()
              .map(suffix -> cell.name() + "_" + suffix)
              .filter(place.node()::has)
              .toList();
      if (there.size() > 1 && !place.node().has(cell.name())) {
        problem(
            place.pointer(),
            CaseProblem.Code.UNCLEAR_NAME,
            "`" + cell.name() + "` may be any of " + String.join(", ", there) + ".",
            "Say which: `" + cell.name() + " from " + there.getFirst() + "`.");
        return new Item(cell, place.pointer(), cell.name(), Optional.empty(), Optional.empty());
      }
      return read(cell, at, type, place, place.begin(cell.name()), cell.name());
    }

    private Item read(
        Cell cell, Origin.At at, Type type, Place place, Optional<Place> found, String path) {
      boolean spelledNull = at.spelled().containsKey("null");
      boolean there = found.filter(f -> !f.node().isNull() || spelledNull).isPresent();
      String pointer =
          found.map(Place::pointer).orElseGet(() -> place.pointer() + "/" + path.replace('.', '/'));
      String called = found.map(Place::name).filter(n -> !n.isEmpty()).orElseGet(() -> last(path));
      if (!there && at.otherwise().isPresent()) {
        return new Item(cell, pointer, called, Optional.empty(), at.otherwise());
      }
      if (found.isEmpty()) {
        absent.add(
            new Problem(
                pointer,
                CaseProblem.of(
                    CaseProblem.Code.ABSENT,
                    "`" + cell.name() + "` is to come from `" + path + "`, which is not there.",
                    "Check the path, or say `else` and what it is then.")));
        return new Item(cell, pointer, called, Optional.empty(), Optional.empty());
      }
      JsonNode node = found.get().node();
      Optional<Scale> scale = values.scale(at.size(), found.get().name(), place);
      if (scale.isEmpty()) {
        problem(
            pointer,
            CaseProblem.Code.NOT_A_VALUE,
            "Nothing says how many places `" + path + "` has.",
            "Check the path after `at`.");
        return new Item(cell, pointer, called, Optional.of(node), Optional.empty());
      }
      return switch (values.read(node, type, scale.get(), at.spelled())) {
        case ReadingValues.Read.Of(Value value) ->
            new Item(cell, pointer, called, Optional.of(node), Optional.of(value));
        case ReadingValues.Read.Not(var code, String why, String hint) -> {
          problem(
              pointer, code, "`" + path + "` gives no `" + cell.name() + "`: " + why + ".", hint);
          yield new Item(cell, pointer, called, Optional.of(node), Optional.empty());
        }
      };
    }

    private static String last(String path) {
      return path.substring(path.lastIndexOf('.') + 1);
    }

    private void problem(String pointer, CaseProblem.Code code, String message, String hint) {
      problems.add(new Problem(pointer, CaseProblem.of(code, message, hint)));
    }
  }
}
