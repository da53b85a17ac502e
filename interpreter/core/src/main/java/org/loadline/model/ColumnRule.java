package org.loadline.model;

import java.util.Optional;

/** The limits of one column of a table. */
public record ColumnRule(TableRef table, int column, Optional<Bounds> within, ChangeRule change) {}
