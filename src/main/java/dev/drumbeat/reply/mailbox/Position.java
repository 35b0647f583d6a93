package dev.drumbeat.reply.mailbox;

/**
 * How far a mailbox was read: everything up to that UID. UIDs mean something only together with the
 * validity that the server gave them.
 */
public record Position(long uidValidity, long lastUid) {

  Position at(long uid) {
    return new Position(uidValidity, uid);
  }
}
