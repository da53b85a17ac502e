package org.loadline.mandate;

import org.loadline.core.Envelope;
import org.loadline.core.Program;

/** A policy with the envelope that it is held against, typed for it. */
public record Mandated(Program program, Envelope envelope) {}
