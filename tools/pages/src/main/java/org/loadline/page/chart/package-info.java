/** Charts as tables and drawings that say in words what they show. */
@NullMarked
package org.loadline.page.chart;

import org.jspecify.annotations.NullMarked;
