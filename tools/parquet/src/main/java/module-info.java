import org.loadline.parquet.ParquetFormat;
import org.loadline.snapshot.TableFormat;

/** Snapshots and results in Parquet. */
module org.loadline.parquet {
  requires static org.jspecify;
  requires dev.hardwood.core;
  requires java.logging;
  requires org.loadline.snapshot;

  provides TableFormat with
      ParquetFormat;
}
