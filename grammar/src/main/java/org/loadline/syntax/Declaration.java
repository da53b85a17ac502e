package org.loadline.syntax;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** What may stand at the top of a file. */
public sealed interface Declaration {
  Span span();

  /** {@code import std.margin}, {@code import tiers}: a library, by its dotted name. */
  record Import(List<Name> path, Span span) implements Declaration {
    public Import {
      path = List.copyOf(path);
    }
  }

  /** {@code unit USD}; {@code unit base of market} is one unit per row of that entity. */
  record Unit(Name name, Optional<Name> owner, Doc doc, Span span) implements Declaration {}

  /** {@code param fee = 1.25% within 0% .. 5%, changing by at most 0.5 points once in 30 days}. */
  record Param(
      Name name,
      Optional<TypeExpression> type,
      Expression value,
      List<Limit> limits,
      boolean replaces,
      Doc doc,
      Span span)
      implements Declaration {
    public Param {
      limits = List.copyOf(limits);
    }
  }

  /** {@code choice standing { healthy, liquidatable }}: named outcomes in order. */
  record Choice(Name name, List<Name> members, Doc doc, Span span) implements Declaration {
    public Choice {
      members = List.copyOf(members);
    }
  }

  /** {@code entity account { … }}: a kind of row in the snapshot. */
  record Entity(Name name, List<Member> members, Doc doc, Span span) implements Declaration {
    public Entity {
      members = List.copyOf(members);
    }
  }

  /** {@code system { … }}: inputs of no row. */
  record SystemInputs(List<Member> members, Span span) implements Declaration {
    public SystemInputs {
      members = List.copyOf(members);
    }
  }

  /** A table, a grid or a table whose rows come from the snapshot. */
  record Table(
      Name name,
      Optional<TypeExpression> gridType,
      TableShape shape,
      TableBody body,
      boolean replaces,
      Doc doc,
      Span span)
      implements Declaration {}

  /** {@code replace rows of tiers { | id | … | }}: rows of a table of the policy refined. */
  record Rows(Name table, List<HeaderCell> header, List<TableRow> rows, Span span)
      implements Declaration {
    public Rows {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  /** {@code columns of tiers { initial within 0% .. 100%, … }}: limits on a table's columns. */
  record Columns(Name table, List<ColumnLimits> columns, Span span) implements Declaration {
    public Columns {
      columns = List.copyOf(columns);
    }
  }

  /**
   * {@code changes together ratio, caps.growth}: params, and columns of tables, that are changed in
   * one proposal or not at all.
   */
  record Together(List<List<Name>> members, Span span) implements Declaration {
    public Together {
      members = members.stream().map(List::copyOf).toList();
    }
  }

  /** {@code envelope "2026-Q4" of p from D until D { … }}: what may change without a vote. */
  record Envelope(
      String title,
      List<Name> policy,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      List<EnvelopeItem> items,
      Doc doc,
      Span span)
      implements Declaration {
    public Envelope {
      policy = List.copyOf(policy);
      items = List.copyOf(items);
    }
  }

  /**
   * {@code group strip of account from options where C by expiry}: rows that are made of rows, one
   * for each key.
   */
  record Group(
      Name name,
      Optional<Name> owner,
      Name rows,
      Optional<Expression> where,
      List<List<Name>> keys,
      Optional<Name> listedAs,
      Doc doc,
      Span span)
      implements Declaration {
    public Group {
      keys = keys.stream().map(List::copyOf).toList();
    }
  }

  /**
   * {@code for each account { … }}: facts of every row of an entity; {@code ranked by} names the
   * order in which each row sees the earlier ones.
   */
  record ForEach(
      Name entity,
      List<OrderKey> order,
      List<Definition> facts,
      List<Assumption> assumptions,
      Span span)
      implements Declaration {
    public ForEach {
      order = List.copyOf(order);
      facts = List.copyOf(facts);
      assumptions = List.copyOf(assumptions);
    }
  }

  /** {@code function quote(a, b) { … }}: a sheet of facts over arguments. */
  record Function(Name name, List<Parameter> parameters, List<Definition> facts, Doc doc, Span span)
      implements Declaration {
    public Function {
      parameters = List.copyOf(parameters);
      facts = List.copyOf(facts);
    }
  }

  /** A definition outside any entity: a fact of the whole. */
  record SystemFact(Definition definition) implements Declaration {
    @Override
    public Span span() {
      return definition.span();
    }
  }

  /** {@code report account.maintenance as requirement, total}: what is output. */
  record Report(List<Item> items, Span span) implements Declaration {
    public Report {
      items = List.copyOf(items);
    }

    /** A fact, and the word that says which way it is tighter. */
    public record Item(Expression fact, Optional<Name> role) {}
  }

  /** {@code assume …} at the top: about system inputs and params. */
  record SystemAssumption(Assumption assumption) implements Declaration {
    @Override
    public Span span() {
      return assumption.span();
    }
  }

  /** {@code property "…" for each account: …}. */
  record Property(String title, Optional<Name> entity, Expression statement, Doc doc, Span span)
      implements Declaration {}

  /** {@code waterfall liquidation of account when C { … }}. */
  record Waterfall(
      Name name,
      Name entity,
      Optional<Expression> when,
      List<WaterfallItem> items,
      Doc doc,
      Span span)
      implements Declaration {
    public Waterfall {
      items = List.copyOf(items);
    }
  }

  /** {@code action close(p, amount, fee) { … }}: entries with a name. */
  record Action(
      Name name,
      List<Parameter> parameters,
      List<List<Name>> fixed,
      List<List<Name>> live,
      List<WaterfallEntry> entries,
      Doc doc,
      Span span)
      implements Declaration {
    public Action {
      parameters = List.copyOf(parameters);
      fixed = fixed.stream().map(List::copyOf).toList();
      live = live.stream().map(List::copyOf).toList();
      entries = List.copyOf(entries);
    }
  }

  /** {@code test "…" { given … expect … }}. */
  record Test(String title, List<GivenRow> given, List<Expectation> expectations, Span span)
      implements Declaration {
    public Test {
      given = List.copyOf(given);
      expectations = List.copyOf(expectations);
    }
  }

  /** {@code examples tiers { | … | }}: arguments and results of a table or function, a row each. */
  record Examples(Name subject, List<HeaderCell> header, List<TableRow> rows, Span span)
      implements Declaration {
    public Examples {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  /**
   * {@code cases "file.json" rule "close_factor" { … }}: how published cases bind to the policy.
   * Without rules it is {@code parameters "a market" { … }}: how snapshots of a protocol's
   * parameters are read, and {@code file} is the title.
   */
  record Cases(
      String file, List<String> rules, List<CaseItem.Test> where, List<CaseItem> items, Span span)
      implements Declaration {
    public Cases {
      rules = List.copyOf(rules);
      where = List.copyOf(where);
      items = List.copyOf(items);
    }

    /** Whether it reads parameters, and holds no cases. */
    public boolean isParameters() {
      return rules.isEmpty();
    }
  }
}
