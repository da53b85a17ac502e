package org.loadline.core;

/** One measure of an order. Where all measures of an order are equal, identity decides. */
public record SortKey(Expr measure, boolean descending) {}
