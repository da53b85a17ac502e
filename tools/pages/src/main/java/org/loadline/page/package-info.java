/** Pages of HTML and Markdown, with charts, that need nothing from elsewhere. */
@NullMarked
package org.loadline.page;

import org.jspecify.annotations.NullMarked;
