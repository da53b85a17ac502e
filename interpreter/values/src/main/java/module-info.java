/** Exact numbers, rounding, correctly rounded functions, and the values a policy computes with. */
module org.loadline.values {
  requires static org.jspecify;

  exports org.loadline.values;
}
