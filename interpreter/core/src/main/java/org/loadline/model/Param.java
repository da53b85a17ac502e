package org.loadline.model;

import java.util.Optional;
import org.loadline.source.Span;
import org.loadline.values.Value;

/** A number that governance sets. {@code value} is what the text says; a run may say another. */
public record Param(
    ParamRef ref,
    Type type,
    Value value,
    Optional<Bounds> within,
    ChangeRule change,
    String doc,
    Span span) {}
