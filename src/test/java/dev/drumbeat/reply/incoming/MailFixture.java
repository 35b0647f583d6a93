package dev.drumbeat.reply.incoming;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message from a lead, as the bytes that lie in a mailbox; a test says only what matters. */
public final class MailFixture {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private String body = "Thursday works for me.";

  private MailFixture() {
    headers.put("From", "Ann Buyer <ann@buyer.example>");
    headers.put("To", "sales@example.org");
    headers.put("Subject", "Re: A question");
    headers.put("Message-ID", "<answer@buyer.example>");
    headers.put("Date", "Mon, 02 Mar 2026 10:00:00 +0000");
    headers.put("MIME-Version", "1.0");
    headers.put("Content-Type", "text/plain; charset=utf-8");
    headers.put("Content-Transfer-Encoding", "8bit");
  }

  public static MailFixture aMail() {
    return new MailFixture();
  }

  public MailFixture with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public MailFixture without(String header) {
    headers.remove(header);
    return this;
  }

  public MailFixture from(String from) {
    return with("From", from);
  }

  public MailFixture subject(String subject) {
    return with("Subject", subject);
  }

  public MailFixture answering(String messageId) {
    return with("In-Reply-To", "<" + messageId + ">");
  }

  public MailFixture saying(String text) {
    this.body = text;
    return this;
  }

  /** Parts are written with their own headers, an empty line and their content. */
  public MailFixture multipart(String subtype, String... parts) {
    headers.put("Content-Type", "multipart/" + subtype + "; boundary=\"b0undary\"");
    body = "--b0undary\n" + String.join("\n--b0undary\n", parts) + "\n--b0undary--\n";
    return this;
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  public String text() {
    StringBuilder mail = new StringBuilder();
    headers.forEach((name, value) -> mail.append(name).append(": ").append(value).append('\n'));
    return mail.append('\n').append(body).toString().replace("\n", "\r\n");
  }

  public IncomingMail parsed() {
    return MailParser.parse(bytes());
  }
}
