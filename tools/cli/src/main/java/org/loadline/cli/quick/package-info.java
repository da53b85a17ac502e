/**
 * Makes the jars of the command line quick to start, once for every build.
 *
 * <p>Guarantees: a class does what it did. What a JVM would spin when the class is first used, and
 * so again in every process, is written into it.
 */
@NullMarked
package org.loadline.cli.quick;

import org.jspecify.annotations.NullMarked;
