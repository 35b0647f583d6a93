package dev.drumbeat.sending;

import dev.drumbeat.mail.MailAddress;
import jakarta.mail.Address;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;

/** A message that is ready to leave: its envelope and its bytes, which nothing can change now. */
final class Outgoing {

  private final MailAddress from;
  private final MailAddress to;
  private final byte[] bytes;

  Outgoing(MailAddress from, MailAddress to, byte[] bytes) {
    this.from = from;
    this.to = to;
    this.bytes = bytes.clone();
  }

  MailAddress from() {
    return from;
  }

  MailAddress to() {
    return to;
  }

  Address[] recipients() throws AddressException {
    return new Address[] {new InternetAddress(to.text(), false)};
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
