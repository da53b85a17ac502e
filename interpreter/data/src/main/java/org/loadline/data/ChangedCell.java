package org.loadline.data;

import java.util.Optional;
import org.loadline.model.EntityRef;

/**
 * A cell that differs between two snapshots of the same rows; a system input has no entity and row
 * 0. {@code member} is the place in a column family, 0 otherwise.
 */
public record ChangedCell(Optional<EntityRef> entity, int field, int member, int row) {}
