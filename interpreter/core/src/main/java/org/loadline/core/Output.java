package org.loadline.core;

import java.util.Optional;

/** A fact that is reported: of every row of its owner, or once. */
public record Output(String name, Optional<EntityRef> owner, FactRef fact, Type type) {}
