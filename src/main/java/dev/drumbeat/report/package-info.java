/**
 * What a campaign will do: the forecast before its launch. Reads everything and changes nothing.
 */
@NullMarked
package dev.drumbeat.report;

import org.jspecify.annotations.NullMarked;
