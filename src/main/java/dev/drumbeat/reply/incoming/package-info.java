/**
 * What lies in a mailbox, turned into plain records: headers, parts, the text that is new in it.
 * Everything here comes from outside and may be hostile, so each step has a limit and none fails.
 * The types of Jakarta Mail end at {@link dev.drumbeat.reply.incoming.MailParser}. May use {@code
 * mail}.
 */
@NullMarked
package dev.drumbeat.reply.incoming;

import org.jspecify.annotations.NullMarked;
