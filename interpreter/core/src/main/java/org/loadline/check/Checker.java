package org.loadline.check;

import org.loadline.bound.Bound;
import org.loadline.source.DiagnosticSink;

/** One checking of one policy: the families of rules and what they share. */
final class Checker {
  final Vocabulary vocabulary;
  final Complaints complaints;
  final DiagnosticSink sink;
  final Misread misread;
  final Paths paths = new Paths();
  final Uses uses = new Uses();
  final Fitness fitness;
  final WrittenTypes types;
  final Definitions definitions;
  final Formulas formulas;
  final Literals literals;
  final Figures figures;
  final Befores befores;
  final Names names;
  final Parts parts;
  final Calls calls;
  final KeyedRows keyedRows;
  final Lookups lookups;
  final Arithmetics arithmetics;
  final Comparisons comparisons;
  final Builtins builtins;
  final Roundings roundings;
  final Answers answers;
  final Decisions decisions;
  final Collections collections;
  final Aggregates aggregates;
  final Series series;
  final SeriesCalls seriesCalls;
  final Statistics statistics;
  final Suppositions suppositions;
  final Searches searches;
  final Orders orders;
  final Folds folds;
  final GroupPaths groups;

  Checker(Bound bound, DiagnosticSink sink) {
    this.sink = sink;
    this.vocabulary = new Vocabulary(bound);
    this.misread = new Misread(sink);
    this.complaints = new Complaints(sink);
    this.fitness = new Fitness(this);
    this.types = new WrittenTypes(this);
    this.definitions = new Definitions(this);
    this.formulas = new Formulas(this);
    this.literals = new Literals(this);
    this.figures = new Figures(this);
    this.befores = new Befores(this);
    this.names = new Names(this);
    this.parts = new Parts(this);
    this.calls = new Calls(this);
    this.keyedRows = new KeyedRows(this);
    this.lookups = new Lookups(this);
    this.arithmetics = new Arithmetics(this);
    this.comparisons = new Comparisons(this);
    this.builtins = new Builtins(this);
    this.roundings = new Roundings(this);
    this.answers = new Answers(this);
    this.decisions = new Decisions(this);
    this.collections = new Collections(this);
    this.aggregates = new Aggregates(this);
    this.series = new Series(this);
    this.seriesCalls = new SeriesCalls(this);
    this.statistics = new Statistics(this);
    this.suppositions = new Suppositions(this);
    this.searches = new Searches(this);
    this.orders = new Orders(this);
    this.folds = new Folds(this);
    this.groups = new GroupPaths(this);
  }
}
