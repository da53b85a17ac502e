package org.loadline.syntax;

import java.util.Optional;
import org.loadline.source.Span;

/** A parameter; without a type it is typed at each call. */
public record Parameter(
    Name name, Optional<TypeExpression> type, boolean orNone, boolean orUnlimited, Span span) {}
