/**
 * The vocabulary that a policy declares: types, units, entities, fields, choices, params, tables.
 *
 * <p>Lies beneath names and formulas: nothing here holds an expression. References are places in
 * the lists of a program.
 */
@NullMarked
package org.loadline.model;

import org.jspecify.annotations.NullMarked;
