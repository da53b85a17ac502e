/**
 * How the engine works a program out, as people and tests read it. It is made from what lowering
 * took down, so it says what runs.
 */
@NullMarked
package org.loadline.engine.inspect;

import org.jspecify.annotations.NullMarked;
