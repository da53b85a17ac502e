package org.loadline.engine.plan;

import java.util.Map;
import java.util.TreeMap;
import org.loadline.values.Exact;

/**
 * A sum of products of keys, none of which occurs twice in a product: what a marginal or linear
 * table gives within one region of its keys.
 *
 * @param factors for each product, the bits of its keys' places, what it is multiplied with
 */
record Polynomial(Map<Integer, Exact> factors) {
  Polynomial {
    factors = Map.copyOf(factors);
  }

  static Polynomial of(Exact constant) {
    return new Polynomial(Map.of(0, constant));
  }

  /** The number that stands for a key. */
  static Polynomial ofKey(int key) {
    return new Polynomial(Map.of(1 << key, Exact.ONE));
  }

  Exact factor(int keys) {
    return factors.getOrDefault(keys, Exact.ZERO);
  }

  Polynomial plus(Polynomial other) {
    Map<Integer, Exact> sum = new TreeMap<>(factors);
    other.factors.forEach((keys, factor) -> sum.merge(keys, factor, Exact::plus));
    return new Polynomial(sum);
  }

  Polynomial minus(Polynomial other) {
    return plus(other.times(Exact.ONE.negate()));
  }

  Polynomial times(Exact number) {
    Map<Integer, Exact> product = new TreeMap<>();
    factors.forEach((keys, factor) -> product.put(keys, factor.times(number)));
    return new Polynomial(product);
  }

  /** The product with one that has no key in common with it. */
  Polynomial times(Polynomial other) {
    Map<Integer, Exact> product = new TreeMap<>();
    factors.forEach(
        (keys, factor) ->
            other.factors.forEach(
                (more, by) -> product.merge(keys | more, factor.times(by), Exact::plus)));
    return new Polynomial(product);
  }
}
