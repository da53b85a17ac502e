package org.loadline.page.kit;

/** Text as a reader sees it; nothing in it is markup. */
public record Words(String text) implements Node {}
