package org.loadline.engine.plan;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.model.TableRef;

/**
 * What a pass reads of columns, and from which rows of them; the keys and references that rows are
 * found by are left out, for they never change.
 *
 * @param anything whether it may read any cell of any row: the reference evaluator is asked
 */
public record PassReads(Set<Cells> cells, Set<TableRows> tables, boolean anything) {
  public PassReads {
    // In the order in which they are met: what is planned from them must not differ by run.
    cells = Collections.unmodifiableSet(new LinkedHashSet<>(cells));
    tables = Collections.unmodifiableSet(new LinkedHashSet<>(tables));
  }

  /** A cell of a column; the row is absent for system inputs and facts of the whole. */
  public record Cells(ColumnKey column, Optional<Term> row) {}

  /** Any cell of a table's rows: of those whose reference {@code field} is the owner, or of all. */
  public record TableRows(EntityRef rows, OptionalInt field, Optional<Term> owner) {}

  /** What the terms of a pass read. */
  public static PassReads of(Program program, List<Term> terms) {
    Search search = new Search(program);
    terms.forEach(search::visit);
    return new PassReads(search.cells, search.tables, search.anything);
  }

  /** Visits every term once. */
  private static final class Search {
    private final Program program;
    private final Set<Term> seen = new HashSet<>();
    private final Set<Cells> cells = new LinkedHashSet<>();
    private final Set<TableRows> tables = new LinkedHashSet<>();
    private boolean anything;

    Search(Program program) {
      this.program = program;
    }

    void visit(Term term) {
      if (!seen.add(term)) {
        return;
      }
      switch (term.shape()) {
        case Shape.Read read -> cells.add(new Cells(read.column(), read.row()));
        case Shape.AskedFact asked -> anything = true;
        case Shape.Lookup lookup -> table(lookup.table(), lookup.owner());
        case Shape.Marginal lookup -> table(lookup.table(), lookup.owner());
        case Shape.Interpolated lookup -> table(lookup.table(), lookup.owner());
        default -> {}
      }
      if (term.shape() instanceof Shape.Search search) {
        visit(search.condition());
      }
      term.operands().forEach(this::visit);
    }

    private void table(TableRef ref, Optional<Term> owner) {
      Table table = program.table(ref);
      if (!program.entity(table.rows()).written()) {
        tables.add(new TableRows(table.rows(), table.owner(), owner));
      }
    }
  }
}
