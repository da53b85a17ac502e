package org.loadline.snapshot;

/** How results are written: a table of cells, an array of objects, or typed columns. */
public enum ResultsFormat {
  CSV(".csv"),
  JSON(".json"),
  /** Typed columns: see {@link TableFormat}. */
  PARQUET(".parquet");

  private final String extension;

  ResultsFormat(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }
}
