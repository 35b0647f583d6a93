package dev.drumbeat.mail;

import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Refusal;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in words for an administrator why a mail server could not be used. */
public final class MailFault {

  private static final int LONGEST_ANSWER = 200;

  private final List<Throwable> chain = new ArrayList<>();
  private final MailServer server;

  private MailFault(Throwable fault, MailServer server) {
    for (Throwable t = fault; t != null && !chain.contains(t); t = t.getCause()) {
      chain.add(t);
    }
    this.server = server;
  }

  /** The reason behind what was thrown while that server was used. */
  public static Reason reason(Throwable fault, MailServer server) {
    return fault instanceof Refusal refusal
        ? refusal.reason()
        : new MailFault(fault, server).reason();
  }

  private Reason reason() {
    return network().or(this::tls).or(this::protocol).orElseGet(this::other);
  }

  private Optional<Reason> network() {
    if (has(UnknownHostException.class)) {
      return Optional.of(Reason.of("drumbeat.fault.unknown-host", server.host()));
    }
    if (has(SocketTimeoutException.class)) {
      return Optional.of(at("drumbeat.fault.timeout"));
    }
    if (has(ConnectException.class) || has(NoRouteToHostException.class)) {
      return Optional.of(at("drumbeat.fault.refused"));
    }
    return Optional.empty();
  }

  private Optional<Reason> tls() {
    if (says("STARTTLS is required")) {
      return Optional.of(at("drumbeat.fault.no-starttls"));
    }
    if (has(CertificateExpiredException.class)) {
      return Optional.of(Reason.of("drumbeat.fault.certificate-expired", server.host()));
    }
    if (has(CertPathBuilderException.class)) {
      return Optional.of(Reason.of("drumbeat.fault.certificate-untrusted", server.host()));
    }
    if (has(CertificateException.class)) {
      return Optional.of(Reason.of("drumbeat.fault.certificate-name", server.host(), answer()));
    }
    if (says("Unsupported or unrecognized SSL message")) {
      return Optional.of(at("drumbeat.fault.no-tls"));
    }
    return has(SSLException.class)
        ? Optional.of(Reason.of("drumbeat.fault.tls", server.host(), answer()))
        : Optional.empty();
  }

  private Optional<Reason> protocol() {
    if (has(AuthenticationFailedException.class)) {
      return Optional.of(
          Reason.of("drumbeat.fault.login", String.valueOf(server.user()), answer()));
    }
    if (has(FolderNotFoundException.class)) {
      return Optional.of(Reason.of("drumbeat.fault.folder", answer()));
    }
    return has(SendFailedException.class)
        ? Optional.of(Reason.of("drumbeat.fault.rejected", answer()))
        : Optional.empty();
  }

  private Reason other() {
    return Reason.of("drumbeat.fault.other", server.host(), answer());
  }

  private Reason at(String key) {
    return Reason.of(key, server.host(), Integer.toString(server.port()));
  }

  private boolean has(Class<? extends Throwable> type) {
    return chain.stream().anyMatch(type::isInstance);
  }

  private boolean says(String text) {
    return chain.stream().map(Throwable::getMessage).anyMatch(m -> m != null && m.contains(text));
  }

  /** What the deepest cause says, on one line; the type when it says nothing. */
  private String answer() {
    Throwable deepest = chain.get(chain.size() - 1);
    String message = deepest.getMessage();
    String text =
        message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_ANSWER ? line.substring(0, LONGEST_ANSWER) + "…" : line;
  }
}
