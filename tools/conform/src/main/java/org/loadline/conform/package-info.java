/**
 * Published cases of rules, held against the policies that state the rules.
 *
 * <p>Start at {@link org.loadline.conform.Conformance}. How cases bind to a policy is said by the
 * policy ({@code cases}); nothing here knows a system.
 */
@NullMarked
package org.loadline.conform;

import org.jspecify.annotations.NullMarked;
