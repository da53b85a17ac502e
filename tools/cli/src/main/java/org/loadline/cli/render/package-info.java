/**
 * Diagnostics, faults and problems of data as text for a terminal or as JSON.
 *
 * <p>Guarantees: what is shown of a text fits a line, and moves no cursor; without colour the
 * result depends on the diagnostic alone. Nothing here compiles or runs a policy.
 */
@NullMarked
package org.loadline.cli.render;

import org.jspecify.annotations.NullMarked;
