/**
 * Delays, windows and holidays: when a step becomes due and when it may go out. Pure functions over
 * {@code java.time}; nothing here knows what time it is. May use {@code request} only.
 *
 * <p>Local times that do not exist move forward by the length of the gap, those that occur twice
 * are taken at their first occurrence (T17). That is what {@link dev.drumbeat.time.LocalClock}
 * does, so every local time here goes through it.
 */
@NullMarked
package dev.drumbeat.time;

import org.jspecify.annotations.NullMarked;
