package org.loadline.snapshot;

import java.util.Optional;
import java.util.ServiceLoader;

/** The formats of typed columns that are at hand. */
final class TableFormats {
  /** The extensions that are looked for in a folder. */
  static final String PARQUET = ".parquet";

  private TableFormats() {}

  static Optional<TableFormat> of(String extension) {
    return ServiceLoader.load(TableFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(format -> format.extension().equals(extension))
        .findFirst();
  }
}
