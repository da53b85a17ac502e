package org.loadline.diff;

import java.util.Optional;
import org.loadline.meaning.Subject;

/** A change before it is known what it reaches. */
record Draft(Subject subject, Edit edit, Optional<Wording> before, Optional<Wording> after) {}
