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
 * <p>Where prices move and accounts stay, a book keeps the snapshot, works out only what depends on
 * the cells that changed, and says which results did:
 *
 * <pre>{@code
 * LiveBook book = policy.open(rows.snapshot().orElseThrow());
 * book.set("market", "BTC", "mark", new BigDecimal("64000.5"));
 * book.set("position", List.of("alice", "BTC"), "size", "0.2");
 * for (Changes.Change change : book.evaluate()) {
 *   System.out.println(change);
 * }
 * Cell now = book.results().rows("account").get("alice").cell("equity");
 * }</pre>
 *
 * <p>Where a policy has waterfalls, a host learns what to do about the rows that are over the line,
 * one typed action after another, and what is left when all of it is done:
 *
 * <pre>{@code
 * Sweeps done = policy.sweep(rows.snapshot().orElseThrow());
 * for (LedgerLine line : done.ledger()) {
 *   if (line.event() instanceof Event.Flow(var kind, Exact amount, var type, var from, var to)) {
 *     System.out.println(line.served() + ": " + amount + " from " + from.place() + " to " + to.place());
 *   }
 * }
 * PolicyResults after = policy.evaluate(done.after());
 * }</pre>
 *
 * <p>Guarantees: values go in and come out as plain Java, numbers as exact decimals or fractions
 * and never as binary floating point; what is wrong with a policy or its data is a value, never an
 * exception, unless a method says so; everything but {@link org.loadline.api.SnapshotInput} and
 * {@link org.loadline.api.LiveBook} is immutable, and everything but the former may be shared by
 * threads; every engine gives the same results.
 */
@NullMarked
package org.loadline.api;

import org.jspecify.annotations.NullMarked;
