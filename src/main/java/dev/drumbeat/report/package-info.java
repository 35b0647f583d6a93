/**
 * What will become of campaigns, and what became of them, in numbers (§19, §20). Numbers are read
 * from sums that are written with the facts, never by counting history. May use everything up to
 * {@code reply}.
 */
@NullMarked
package dev.drumbeat.report;

import org.jspecify.annotations.NullMarked;
