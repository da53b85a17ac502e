/** The command line: arguments in, text and exit codes out. It decides nothing about policies. */
@NullMarked
package org.loadline.cli;

import org.jspecify.annotations.NullMarked;
