/** Exact numbers, rounding, correctly rounded functions and the values of a policy. */
module org.loadline.values {
  requires static org.jspecify;

  exports org.loadline.values;
}
