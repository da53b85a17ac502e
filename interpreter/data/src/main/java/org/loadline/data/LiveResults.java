package org.loadline.data;

/** The results of a program on a snapshot that changes. For one thread. */
public interface LiveResults {
  /** The results now; they stay as they are when the snapshot changes. */
  Results results();

  /**
   * Works out what depends on the cells that changed. If that fails, everything is as it was.
   *
   * @param changed the snapshot of {@link #results} with changes
   */
  ResultChanges update(SnapshotChanges.Changed changed);
}
