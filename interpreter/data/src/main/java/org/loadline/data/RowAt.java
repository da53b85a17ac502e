package org.loadline.data;

import org.loadline.model.EntityRef;

/** A row of a snapshot, by its place in the order of identity. */
public record RowAt(EntityRef entity, int row) {}
