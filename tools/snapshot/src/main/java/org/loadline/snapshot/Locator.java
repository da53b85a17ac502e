package org.loadline.snapshot;

/** Where reading is now. */
interface Locator {
  Place at(String column);
}
