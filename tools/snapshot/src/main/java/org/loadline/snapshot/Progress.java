package org.loadline.snapshot;

/** Told now and then how far reading has come; called by the thread that reads. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (file, rows, bytes) -> {};

  /** {@code rows} and {@code bytes} of this file have been read. */
  void read(String file, long rows, long bytes);
}
