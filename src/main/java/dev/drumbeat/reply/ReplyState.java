package dev.drumbeat.reply;

/** Whether somebody still has to look at a message. */
public enum ReplyState {
  OPEN,
  CLOSED
}
