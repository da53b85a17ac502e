package org.loadline.engine;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;

/** The polyglot language {@code risk}; immutable, and shared by all contexts of an engine. */
@TruffleLanguage.Registration(
    id = RiskLanguage.ID,
    name = "Loadline",
    contextPolicy = TruffleLanguage.ContextPolicy.SHARED)
public final class RiskLanguage extends TruffleLanguage<RiskLanguage.Context> {
  public static final String ID = "risk";

  private static final LanguageReference<RiskLanguage> REFERENCE =
      LanguageReference.create(RiskLanguage.class);

  /** A context has no state of its own. */
  static final class Context {}

  /** The language of the context that this thread has entered. */
  static RiskLanguage current() {
    return REFERENCE.get(null);
  }

  @Override
  protected Context createContext(Env env) {
    return new Context();
  }

  @Override
  protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
    return true;
  }

  @Override
  protected CallTarget parse(ParsingRequest request) {
    throw new UnsupportedOperationException("not yet");
  }
}
