/**
 * The Java API: compile a policy once, evaluate it many times, from any thread.
 *
 * <p>Values go in and come out as plain Java; a fault of the data is a value, never an exception.
 */
@NullMarked
package org.loadline.api;

import org.jspecify.annotations.NullMarked;
