package org.loadline.snapshot;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** A column of results with the type that it has in files of typed columns; cells may be empty. */
public sealed interface TypedColumn {
  String name();

  record Texts(String name, IntFunction<Optional<String>> cells) implements TypedColumn {}

  record Flags(String name, IntFunction<Optional<Boolean>> cells) implements TypedColumn {}

  /** Days since 1970-01-01. */
  record Days(String name, IntFunction<OptionalLong> cells) implements TypedColumn {}

  /** Millionths of seconds since 1970-01-01 in UTC. */
  record Moments(String name, IntFunction<OptionalLong> cells) implements TypedColumn {}

  /** Unscaled decimals of that many digits, of which {@code scale} are places. */
  record Decimals(String name, int precision, int scale, IntFunction<Optional<BigInteger>> cells)
      implements TypedColumn {}
}
