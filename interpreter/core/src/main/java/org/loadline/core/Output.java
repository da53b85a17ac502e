package org.loadline.core;

import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;

/** A fact that is reported: of every row of its owner, or once. */
public record Output(String name, Optional<EntityRef> owner, FactRef fact, Type type) {}
