package org.loadline.bound;

import java.util.List;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Declaration;

/** Sees that a param that replaces another is of the same kind: formulas read it in its place. */
record ReplacedParams(Declared declared, List<Param> params, DiagnosticSink sink) {
  void check(List<Replacement> replaced) {
    for (Replacement replacement : replaced) {
      if (replacement.before() instanceof Declaration.Param before) {
        params.stream()
            .filter(p -> p.ref().name().equals(before.name().text()))
            .forEach(now -> compare(now, before, replacement));
      }
    }
  }

  private void compare(Param now, Declaration.Param before, Replacement replacement) {
    // What is wrong with the other's value is its own affair, and no longer stands here.
    DiagnosticSink silent = new DiagnosticSink();
    ParamRef ref = new ParamRef(now.ref().index(), now.ref().name());
    Type was = new ParamBuilder(declared, silent).param(new Declared.OfParam(ref, before)).type();
    if (!silent.hasErrors() && !same(was, now.type())) {
      new Saying(sink, RefinementProblem.OTHER_TYPE, replacement.by())
          .with("name", now.ref().name())
          .with("base", replacement.base())
          .with("given", TypeWords.of(now.type()))
          .with("wanted", TypeWords.of(was))
          .also(replacement.of(), "what it replaces")
          .send();
    }
  }

  private static boolean same(Type was, Type now) {
    return was.present() instanceof Type.Quantity p && now.present() instanceof Type.Quantity q
        ? p.unit().equals(q.unit())
        : was.present().equals(now.present());
  }
}
