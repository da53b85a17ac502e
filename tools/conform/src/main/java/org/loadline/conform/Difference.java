package org.loadline.conform;

import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.data.RowAt;

/**
 * A field of a case that is not as expected: both values as the document writes them, and the fact
 * that gave ours.
 */
public record Difference(
    CaseProblem.Code code,
    String field,
    String expected,
    String got,
    Output output,
    Optional<RowAt> row) {}
