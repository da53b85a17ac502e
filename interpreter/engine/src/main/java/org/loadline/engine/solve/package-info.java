/**
 * Finds the first or last point of a search that satisfies its condition, without trying each.
 *
 * <p>From one edge to the next all decisions of a condition come out alike, and its numbers are
 * polynomials, or quotients of two, in the place of the point: {@link
 * org.loadline.engine.solve.Piece} works out what holds at a point and how far it holds, exactly.
 * Where a rounding word or a function stands in the way, a piece is one point.
 */
@NullMarked
package org.loadline.engine.solve;

import org.jspecify.annotations.NullMarked;
