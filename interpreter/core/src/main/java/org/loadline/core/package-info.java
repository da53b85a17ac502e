/**
 * The typed program, ready to evaluate.
 *
 * <p>Every expression carries its type and scale; imports, names in text and sugar are gone.
 */
@NullMarked
package org.loadline.core;

import org.jspecify.annotations.NullMarked;
