package org.loadline.sweep;

import java.util.Optional;
import org.loadline.model.Type;
import org.loadline.values.Value;

/**
 * One input that an entry changed, and what stood there before and after.
 *
 * <p>{@code place} is the input as people read it: {@code account alice.cash}, {@code insurance};
 * {@code input} is the same without its row: {@code account.cash}. Before is empty where the input
 * had no value.
 */
public record Change(String place, String input, Type type, Optional<Value> before, Value after) {}
