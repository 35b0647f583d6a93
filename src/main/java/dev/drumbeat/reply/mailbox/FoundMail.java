package dev.drumbeat.reply.mailbox;

import dev.drumbeat.reply.incoming.IncomingMail;
import java.time.Instant;

/**
 * A message and where it lies.
 *
 * @param receivedAt when it came into the mailbox, as its server says
 */
public record FoundMail(long uidValidity, long uid, Instant receivedAt, IncomingMail mail) {}
