package org.loadline.reference;

import java.util.Optional;
import org.loadline.data.Fault;
import org.loadline.data.RowAt;

/** Which rows may be used. */
interface Soundness {
  /** Takes every row as it stands. */
  Soundness ALL_SOUND =
      new Soundness() {
        @Override
        public Optional<Fault> row(RowAt row) {
          return Optional.empty();
        }

        @Override
        public Optional<Fault> whole() {
          return Optional.empty();
        }
      };

  /** Why nothing of a row may be used. */
  Optional<Fault> row(RowAt row);

  /** Why neither system inputs nor facts of the whole may be used. */
  Optional<Fault> whole();
}
