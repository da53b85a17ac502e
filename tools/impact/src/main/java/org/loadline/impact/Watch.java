package org.loadline.impact;

/** Is told how far an attribution is. */
public interface Watch {
  /** One that does not care. */
  Watch NONE =
      new Watch() {
        @Override
        public void starts(long most) {}

        @Override
        public void worked(long policies) {}
      };

  /** At most so many mixtures of the two policies will be worked out. */
  void starts(long most);

  /** So many have been. */
  void worked(long policies);
}
