package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/**
 * {@code name(parameters) : type = body needs condition with a = …, b = …}.
 *
 * <p>Without parameters it is a fact, with them a fact with arguments. {@code needs} is what the
 * arguments must satisfy; locals name parts of the body and of each other. {@code starts} makes it
 * a state, {@code state name : type starts value = body}. With {@code replaces} it stands in the
 * place of one of the policy that is refined.
 */
public record Definition(
    Name name,
    List<Parameter> parameters,
    Optional<TypeExpression> type,
    Expression body,
    Optional<Expression> needs,
    List<Local> locals,
    Optional<Expression> starts,
    boolean replaces,
    Doc doc,
    Span span) {
  public Definition {
    parameters = List.copyOf(parameters);
    locals = List.copyOf(locals);
  }

  /** {@code with x = …}; a local may have parameters too. */
  public record Local(Name name, List<Parameter> parameters, Expression body, Span span) {
    public Local {
      parameters = List.copyOf(parameters);
    }
  }
}
