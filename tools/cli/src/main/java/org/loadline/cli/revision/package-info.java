/** Policies as they stood in a revision, read with the git program. */
@NullMarked
package org.loadline.cli.revision;

import org.jspecify.annotations.NullMarked;
