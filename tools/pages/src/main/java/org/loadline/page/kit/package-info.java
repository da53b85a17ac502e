/** What pages are made of: markup that escapes by itself, figures for people, colours. */
@NullMarked
package org.loadline.page.kit;

import org.jspecify.annotations.NullMarked;
