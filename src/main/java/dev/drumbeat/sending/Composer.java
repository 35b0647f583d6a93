package dev.drumbeat.sending;

import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.mail.MailAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters as messages (RFC 5322, MIME): seven-bit, so that every server takes them as they
 * are and a signature made later stays good.
 */
final class Composer {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Quoted-printable never writes "=_", so no text can hold it. */
  private static final String BOUNDARY = "=_drumbeat";

  private static final String NEXT_LINE = "\r\n ";

  private final StringBuilder out = new StringBuilder();

  private Composer() {}

  /** The message as it leaves. */
  static Outgoing compose(Letter letter) {
    Composer composer = new Composer();
    composer.headers(letter);
    composer.body(letter);
    byte[] bytes = composer.out.toString().getBytes(StandardCharsets.US_ASCII);
    return new Outgoing(letter.from().address(), letter.to(), bytes);
  }

  private void headers(Letter letter) {
    Sender from = letter.from();
    header("Date", DATE.format(letter.date()));
    header("From", address(from.displayName(), from.address()));
    if (from.replyTo() != null) {
      header("Reply-To", address(from.displayName(), from.replyTo()));
    }
    header("To", address(letter.toName(), letter.to()));
    header("Subject", HeaderText.text(letter.subject()));
    header("Message-ID", letter.messageId());
    thread(letter.references());
    unsubscribing(letter.unsubscribeUrl());
    header("MIME-Version", "1.0");
  }

  /** The parent is the last of the chain (H1). */
  private void thread(List<String> references) {
    if (!references.isEmpty()) {
      header("In-Reply-To", references.get(references.size() - 1));
      header("References", String.join(NEXT_LINE, references));
    }
  }

  /** One click of the mail program, as RFC 8058 wants it (U4). */
  private void unsubscribing(@Nullable String url) {
    if (url != null) {
      header("List-Unsubscribe", "<" + url + ">");
      header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private void body(Letter letter) {
    if (letter.html() == null) {
      part("text/plain", letter.text());
      return;
    }
    header("Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
    out.append("\r\n");
    alternative("text/plain", letter.text());
    // The best comes last (RFC 2046 §5.1.4).
    alternative("text/html", letter.html());
    out.append("--").append(BOUNDARY).append("--\r\n");
  }

  private void alternative(String type, String text) {
    out.append("--").append(BOUNDARY).append("\r\n");
    part(type, text);
  }

  private void part(String type, String text) {
    header("Content-Type", type + "; charset=UTF-8");
    header("Content-Transfer-Encoding", "quoted-printable");
    out.append("\r\n").append(QuotedPrintable.encode(text));
  }

  private void header(String name, String value) {
    out.append(name).append(": ").append(value).append("\r\n");
  }

  private static String address(@Nullable String name, MailAddress address) {
    if (name == null || HeaderText.oneLine(name).isEmpty()) {
      return address.text();
    }
    return HeaderText.phrase(name) + NEXT_LINE + "<" + address.text() + ">";
  }
}
