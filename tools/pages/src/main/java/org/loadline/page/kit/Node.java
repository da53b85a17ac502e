package org.loadline.page.kit;

/** A piece of a page: an element, or text, which is escaped when it is written. */
public sealed interface Node permits Element, Words {}
