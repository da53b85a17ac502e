/** The Truffle engine and the polyglot language {@code risk}. */
module org.loadline.engine {
  requires static org.jspecify;
  requires transitive org.graalvm.polyglot;
  requires transitive org.graalvm.truffle;
  requires transitive org.loadline.reference;

  exports org.loadline.engine;
  exports org.loadline.engine.statistics;

  provides com.oracle.truffle.api.provider.TruffleLanguageProvider with
      org.loadline.engine.RiskLanguageProvider;
}
