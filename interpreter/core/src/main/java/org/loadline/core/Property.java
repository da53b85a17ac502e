package org.loadline.core;

import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;

/** A condition that holds for every row of an entity, or for the whole, on every snapshot. */
public record Property(
    String title, Optional<EntityRef> owner, Expr statement, int slots, Span span) {}
