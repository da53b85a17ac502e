package org.loadline.core;

import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;

/** A condition that every row of its entity keeps, or the whole; it reads inputs only. */
public record Assumption(Optional<EntityRef> owner, Expr condition, int slots, Span span) {}
