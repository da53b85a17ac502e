package org.loadline.data;

import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.source.Diagnostic;

/**
 * What is wrong with one cell or row of the input.
 *
 * <p>{@code inputRow} counts the rows of the entity as they were added, from 0, so that whoever
 * read them can say which file and line; a system input has no entity and row 0. {@code value} is
 * the cell as people read it, empty if there is none. The place in {@code what} is where the policy
 * declares the field.
 */
public record InputProblem(
    Optional<EntityRef> entity, int inputRow, String field, String value, Diagnostic what) {

  /** Whether nothing can be run because of it. */
  public boolean stops() {
    return what.isError();
  }
}
