/**
 * Sequences: what is said, step by step, and the rendering of a step for one lead. A sequence never
 * sends by itself. May use {@code request}, {@code time}, {@code database}, {@code mail} and {@code
 * audience}.
 */
@NullMarked
package dev.drumbeat.sequence;

import org.jspecify.annotations.NullMarked;
