package dev.drumbeat.reply.mailbox;

/** Takes what a {@link MailboxReader} finds. */
public interface Visitor {

  /** The next message. */
  void take(FoundMail mail);

  /** A message that the server would not give, though it goes on with others. */
  void broken(long uid, Exception why);

  /** Everything up to there was taken; answers whether there is time for more. */
  boolean reached(Position position);
}
