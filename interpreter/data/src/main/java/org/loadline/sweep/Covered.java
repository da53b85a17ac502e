package org.loadline.sweep;

import org.loadline.model.Type;
import org.loadline.values.Exact;

/** What a sweep covered of the losses of the rows that it served: absorbed + remainder = loss. */
public record Covered(String fact, Type type, Exact loss, Exact absorbed, Exact remainder) {}
