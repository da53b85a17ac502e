package org.loadline.impact;

import org.loadline.diff.Change;

/** One thing that a mixture of two policies takes from the new one. */
sealed interface Taken {
  /** The piece that it is about. */
  String key();

  /** A piece as it stands in the new policy; gone if it is not there. */
  record Whole(String key) implements Taken {}

  /** A row or a cell of a written table. */
  record InTable(String key, Change change) implements Taken {}

  /** The value of a param, without its text. */
  record ParamValue(String key, String name) implements Taken {}

  /** The book that is given for the new policy. */
  record NewBook() implements Taken {
    static final NewBook ONLY = new NewBook();

    @Override
    public String key() {
      return "book";
    }
  }
}
