/**
 * Tables in Parquet files: read by Hardwood, written here.
 *
 * <p>Start at {@link org.loadline.parquet.ParquetFormat}.
 */
@NullMarked
package org.loadline.parquet;

import org.jspecify.annotations.NullMarked;
