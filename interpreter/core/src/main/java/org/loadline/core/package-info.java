/**
 * The typed core: what a policy means, with nothing left to decide but the data.
 *
 * <p>Guarantees: every name is resolved to a reference into the {@link org.loadline.core.Program};
 * every expression has a type with its unit; facts with arguments and functions are instantiated
 * for the types of each call; locals are facts of their own; percentages, durations and amounts
 * with units are plain exact numbers; no fact depends on itself; every decision is complete.
 * Written tables are entities whose rows are known. What is gone: imports, unit declarations, short
 * aggregate forms, implicit rows, the order of definitions.
 *
 * <p>Rows are worked on in frames of slots: in a fact of an entity, slot 0 holds the row, then come
 * the parameters, then the variables of aggregates.
 */
@NullMarked
package org.loadline.core;

import org.jspecify.annotations.NullMarked;
