package org.loadline.engine;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.Optional;
import org.loadline.bound.Binding;
import org.loadline.bound.Library;
import org.loadline.bound.ModuleLoader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;
import org.loadline.engine.guest.PolicyObject;
import org.loadline.engine.guest.SyntaxFailure;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** The polyglot language {@code risk}; immutable, and shared by all contexts of an engine. */
@TruffleLanguage.Registration(
    id = RiskLanguage.ID,
    name = "Loadline",
    contextPolicy = TruffleLanguage.ContextPolicy.SHARED)
public final class RiskLanguage extends TruffleLanguage<RiskLanguage.Context> {
  public static final String ID = "risk";

  private static final LanguageReference<RiskLanguage> REFERENCE =
      LanguageReference.create(RiskLanguage.class);

  private static final ContextReference<Context> CONTEXT =
      ContextReference.create(RiskLanguage.class);

  /** A context has no state of its own but the way to its host. */
  record Context(Env env) {}

  /** The language of the context that this thread has entered. */
  static RiskLanguage current() {
    return REFERENCE.get(null);
  }

  @Override
  protected Context createContext(Env env) {
    return new Context(env);
  }

  @Override
  protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
    return true;
  }

  /** Compiles a policy, with the standard library; what comes out is called with a snapshot. */
  @Override
  protected CallTarget parse(ParsingRequest request) {
    com.oracle.truffle.api.source.Source text = request.getSource();
    DiagnosticSink sink = new DiagnosticSink();
    Source source = Source.of(text.getName(), text.getCharacters().toString());
    Optional<Program> program =
        Checking.check(
            Binding.bind(ModuleLoader.load(source, Library.standard(), sink), sink), sink);
    return RootNode.createConstantNode(
            new PolicyObject(
                program.orElseThrow(() -> SyntaxFailure.of(text, sink.diagnostics())),
                this,
                RiskLanguage::hostSnapshot))
        .getCallTarget();
  }

  private static Optional<Snapshot> hostSnapshot(Object value) {
    Env env = CONTEXT.get(null).env();
    return env.isHostObject(value) && env.asHostObject(value) instanceof Snapshot snapshot
        ? Optional.of(snapshot)
        : Optional.empty();
  }
}
