package org.loadline.data;

import java.util.Optional;
import org.loadline.core.FactRef;
import org.loadline.source.Diagnostic;

/**
 * Why a value could not be worked out: the operation, its values, and the row and definition it
 * happened in. A fault is data; it stops nothing but what reads it.
 */
public record Fault(Diagnostic what, Optional<FactRef> definition, Optional<RowAt> row) {}
