package org.loadline.meaning;

import java.util.NavigableSet;
import org.loadline.source.Span;

/** The form of a definition, what it reads, and where it stands. */
record Written(Form form, NavigableSet<Subject> reads, Span place) {}
