/**
 * What comes back: mailboxes are read, messages matched to the send that they answer, and what
 * follows from them is done (§12-§14). May use everything up to {@code sending}.
 *
 * <p>Reading is begun anew after any crash and has each effect once:
 *
 * <ul>
 *   <li>A message is a row before anything follows from it, one for each message, whatever UID the
 *       mailbox gives it and however many of our mailboxes it lies in.
 *   <li>Its effects are one unit of work, together with the note that they happened.
 *   <li>What was not finished is found by its {@link dev.drumbeat.reply.Stage} and gone on with by
 *       the next run.
 * </ul>
 */
@NullMarked
package dev.drumbeat.reply;

import org.jspecify.annotations.NullMarked;
