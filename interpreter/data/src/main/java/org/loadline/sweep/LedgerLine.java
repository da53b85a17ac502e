package org.loadline.sweep;

import java.util.Optional;
import org.loadline.core.WaterfallRef;
import org.loadline.source.Span;

/**
 * One line of a ledger: what was done, for which served row, in which step, by which entry.
 *
 * <p>Lines are numbered from 1 through all waterfalls of a run. {@code served} is the row's
 * identity; {@code action} the named group of entries that it stands in, if any.
 */
public record LedgerLine(
    int number,
    WaterfallRef waterfall,
    String served,
    Optional<String> step,
    Optional<String> action,
    Event event,
    Span span) {}
