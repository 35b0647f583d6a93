/**
 * What the log may say: ids by which a line is found, why in words that stay the same, and faults
 * without what people wrote. No address, subject, text or password ever gets into a line. May use
 * {@code request}.
 */
@NullMarked
package dev.drumbeat.log;

import org.jspecify.annotations.NullMarked;
