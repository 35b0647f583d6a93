/**
 * Reads mailboxes over IMAP: by UID, a bounded number of bytes of each message, without marking or
 * deleting anything. May use {@code mail} and {@code reply.incoming}.
 */
@NullMarked
package dev.drumbeat.reply.mailbox;

import org.jspecify.annotations.NullMarked;
