package dev.drumbeat.reply.incoming;

/**
 * One part of a message.
 *
 * @param type the media type in lower case, such as {@code text/plain}
 * @param headers its own; of an enclosed message those of the message
 * @param text decoded, HTML as plain text; empty where the part is no text
 * @param enclosed whether it belongs to a message inside the message
 */
public record MailPart(String type, Headers headers, String text, boolean enclosed) {

  /** Whether it is of that media type. */
  public boolean is(String mediaType) {
    return type.equals(mediaType);
  }

  /** Whether it came as a file beside the message. */
  boolean isAttachment() {
    return headers.lower("Content-Disposition").startsWith("attachment");
  }
}
