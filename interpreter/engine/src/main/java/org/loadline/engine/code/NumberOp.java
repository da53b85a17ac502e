package org.loadline.engine.code;

import org.loadline.engine.plan.NumberForm;

/** A number, in a form that is fixed. */
public sealed interface NumberOp extends Op
    permits NumberRead, Calculation, Rounded, NumberChoice, NumberFound {
  NumberForm form();
}
