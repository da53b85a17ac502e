/** The reference evaluator: every other engine must give its results to the digit. */
module org.loadline.reference {
  requires static org.jspecify;
  requires transitive org.loadline.data;

  exports org.loadline.reference;

  provides org.loadline.data.RowFormulas with
      org.loadline.reference.EvaluatedFormulas;
}
