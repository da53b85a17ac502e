package org.loadline.values;

/**
 * What an expression of a policy can be worth.
 *
 * <p>Types are known before a policy runs, so a value carries neither type nor unit. An instant is
 * an {@link Exact} number of seconds since 1970-01-01T00:00Z, a date an {@link Exact} number of
 * days since 1970-01-01, a duration an {@link Exact} number of seconds.
 */
public sealed interface Value permits Exact, Unlimited, None, Flag, Text, Member, RowNumber {}
