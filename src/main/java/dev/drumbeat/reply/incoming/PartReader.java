package dev.drumbeat.reply.incoming;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks through the parts of one message, at most 100 of them and ten deep. A part that cannot be
 * read is left out and the others are read.
 */
final class PartReader {

  private static final int MOST_PARTS = 100;
  private static final int DEEPEST = 10;
  private static final MediaType TEXT = new MediaType("text/plain", null);

  private final List<MailPart> parts = new ArrayList<>();

  List<MailPart> read(MimeMessage message, Headers headers) {
    read(message, headers, 0, false);
    return List.copyOf(parts);
  }

  private void read(MimePart part, Headers headers, int depth, boolean enclosed) {
    if (depth > DEEPEST || parts.size() >= MOST_PARTS) {
      return;
    }
    MediaType type = MediaType.of(headers);
    if (type.name().startsWith("multipart/")) {
      multipart(part, headers, depth, enclosed);
    } else if (type.name().equals("message/rfc822") || type.name().equals("message/global")) {
      enclosedMessage(part, depth);
    } else {
      parts.add(new MailPart(type.name(), headers, PartText.of(part, type), enclosed));
    }
  }

  private void multipart(MimePart part, Headers headers, int depth, boolean enclosed) {
    List<MimePart> children = depth < DEEPEST ? Multiparts.children(part) : List.of();
    for (MimePart child : children) {
      read(child, headersOf(child), depth + 1, enclosed);
    }
    if (children.isEmpty()) {
      // Without a single boundary it is a text that was called something else; what lies too deep
      // is better shown as it came than lost.
      parts.add(new MailPart(TEXT.name(), headers, PartText.of(part, TEXT), enclosed));
    }
  }

  private void enclosedMessage(MimePart part, int depth) {
    byte[] bytes = PartText.bytes(part);
    try {
      MimeMessage inner =
          new MimeMessage(MailParser.session(), new SharedByteArrayInputStream(bytes));
      Headers headers = headersOf(inner);
      parts.add(new MailPart("message/rfc822", headers, "", true));
      read(inner, headers, depth + 1, true);
    } catch (MessagingException e) {
      parts.add(new MailPart("message/rfc822", Headers.NONE, "", true));
    }
  }

  private static Headers headersOf(MimePart part) {
    try {
      return HeaderReader.read(part.getAllHeaders());
    } catch (MessagingException e) {
      return Headers.NONE;
    }
  }

  /**
   * Splits a multipart; where the boundary is not what the header says, its first line is taken.
   */
  private static final class Multiparts {

    static List<MimePart> children(MimePart part) {
      List<MimePart> declared = split(new MimePartDataSource(part));
      return declared.isEmpty() ? split(new WithoutBoundary(part)) : declared;
    }

    private static List<MimePart> split(DataSource source) {
      List<MimePart> children = new ArrayList<>();
      try {
        MimeMultipart multipart = new MimeMultipart(source);
        for (int i = 0; i < Math.min(multipart.getCount(), MOST_PARTS); i++) {
          children.add((MimePart) multipart.getBodyPart(i));
        }
      } catch (MessagingException | RuntimeException e) {
        // What was found before the fault is still there.
        return children;
      }
      return children;
    }

    private static final class WithoutBoundary extends MimePartDataSource {

      WithoutBoundary(MimePart part) {
        super(part);
      }

      @Override
      public String getContentType() {
        return "multipart/mixed";
      }
    }
  }
}
