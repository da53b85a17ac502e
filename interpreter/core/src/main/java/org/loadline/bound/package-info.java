/**
 * The program with every name resolved to its definition, across modules.
 *
 * <p>Types and units are not known yet.
 */
@NullMarked
package org.loadline.bound;

import org.jspecify.annotations.NullMarked;
