/**
 * One lead's run through one campaign: admission, states, due times and history; and what becomes
 * of the leads when their campaign is launched, paused or ended. Nothing is sent from here. May use
 * everything from {@code request} to {@code campaign}.
 *
 * <p>A lead is in a campaign once (E4) because the database holds {@code ACTIVE_KEY} unique, not
 * because somebody looked before inserting. States change through {@link
 * dev.drumbeat.enrollment.Transitions} alone, which appends an event to each change.
 */
@NullMarked
package dev.drumbeat.enrollment;

import org.jspecify.annotations.NullMarked;
