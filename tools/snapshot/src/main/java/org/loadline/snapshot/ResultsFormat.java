package org.loadline.snapshot;

/** How results are written: a table of cells, or an array of objects. */
public enum ResultsFormat {
  CSV(".csv"),
  JSON(".json");

  private final String extension;

  ResultsFormat(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }
}
