/** The start-up class alone: it builds the parts in the order of the packages. */
@NullMarked
package dev.drumbeat;

import org.jspecify.annotations.NullMarked;
