/**
 * Snapshots read from CSV folders and JSON documents, and results written to them.
 *
 * <p>Numbers are read exactly; whatever cannot be read is reported with its file, row, column and
 * hint.
 */
@NullMarked
package org.loadline.snapshot;

import org.jspecify.annotations.NullMarked;
