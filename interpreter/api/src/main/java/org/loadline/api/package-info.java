/**
 * The Java API: compile a policy once, evaluate it many times, from any thread.
 *
 * <pre>{@code
 * Policy policy = Policy.compile(Path.of("margin.risk")).orThrow();
 * Loading rows = policy.snapshot()
 *     .row("market", Map.of("id", "BTC", "mark", new BigDecimal("50000")))
 *     .row("account", Map.of("id", "alice", "cash", 1_000))
 *     .row("position", Map.of("account", "alice", "market", "BTC", "size", "0.1"))
 *     .load();
 * PolicyResults results = policy.evaluate(rows.snapshot().orElseThrow());
 * Cell equity = results.rows("account").get("alice").cell("equity");
 * }</pre>
 *
 * <p>Guarantees: values go in and come out as plain Java, numbers as exact decimals or fractions and
 * never as binary floating point; what is wrong with a policy or its data is a value, never an
 * exception, unless a method says so; everything but {@link org.loadline.api.SnapshotInput} is
 * immutable and may be shared by threads; every engine gives the same results.
 */
@NullMarked
package org.loadline.api;

import org.jspecify.annotations.NullMarked;
