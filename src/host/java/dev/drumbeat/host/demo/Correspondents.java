package dev.drumbeat.host.demo;

import dev.drumbeat.host.AppSetup;
import dev.drumbeat.host.mail.MailLab;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people who get our mail: each reads what is new and does what is in character. */
final class Correspondents {

  private static final Duration HOLIDAY = Duration.ofDays(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private final MailLab lab;
  private final InstantSource clock;
  private final Map<String, Integer> read = new HashMap<>();

  Correspondents(MailLab lab, InstantSource clock) {
    this.lab = lab;
    this.clock = clock;
  }

  /** Lets everybody look into their mailboxes. */
  void readAll(List<DemoLead> cast) {
    cast.stream().filter(DemoLead::readsMail).forEach(this::read);
  }

  private void read(DemoLead lead) {
    List<MimeMessage> all = lab.messages(lead.address());
    int known = read.getOrDefault(lead.address(), 0);
    read.put(lead.address(), all.size());
    for (int i = known; i < all.size(); i++) {
      try {
        answer(lead, i + 1, all.get(i));
      } catch (MessagingException | IOException e) {
        throw new IllegalStateException(lead + " cannot answer", e);
      }
    }
  }

  private void answer(DemoLead lead, int number, MimeMessage mail)
      throws MessagingException, IOException {
    Answer answer = new Answer(mail, lead.address(), clock.instant());
    switch (lead.persona()) {
      case ANSWERS_THE_FIRST -> {
        if (number == 1) {
          deliver(answer.words("Thank you, that sounds good. Please call me on Thursday."));
        }
      }
      case ANSWERS_THE_SECOND -> {
        if (number == 2) {
          deliver(answer.words("Sorry for the delay. We have decided for somebody else."));
        }
      }
      case IS_AWAY -> {
        if (number == 1) {
          deliver(answer.away(clock.instant().plus(HOLIDAY)));
        }
      }
      case DOES_NOT_EXIST -> deliver(answer.noSuchAddress());
      case UNSUBSCRIBES -> unsubscribe(mail);
      case NEVER_ANSWERS, HAS_NO_ADDRESS, SHARES_AN_ADDRESS -> {}
    }
  }

  private void deliver(byte[] answer) {
    lab.deliver(AppSetup.SALES, answer);
  }

  /** As a mail program does it: one POST without a log-in (RFC 8058). */
  private void unsubscribe(MimeMessage mail) throws MessagingException, IOException {
    String url = mail.getHeader("List-Unsubscribe", null).replaceAll("[<>\\s]", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IOException("unsubscribing was answered with " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
