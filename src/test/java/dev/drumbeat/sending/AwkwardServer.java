package dev.drumbeat.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server on loopback that answers what a test tells it to, and hangs up where a test wants
 * it to. What nobody told it, it accepts.
 */
public final class AwkwardServer implements AutoCloseable {

  /** Said instead of an answer: the connection is closed. */
  static final String HANG_UP = "";

  private final ServerSocket socket;
  private final Thread accepting;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> onceOnly = new ConcurrentHashMap<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> recipients = new CopyOnWriteArrayList<>();
  private final List<String> bodyLines = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Map<String, Runnable> before = new ConcurrentHashMap<>();
  private volatile Runnable beforeAnsweringTheBody = () -> {};

  /** On a free port of loopback. */
  public AwkwardServer() {
    try {
      socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accepting = start(this::serve);
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /**
   * Answers a command with that from now on: CONNECT, EHLO, AUTH, MAIL, RCPT, DATA, LINE (the first
   * of a body), BODY (its end), RSET; with a colon and an address, only for that recipient.
   */
  public AwkwardServer at(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  /** The same for the next such command alone. */
  void once(String command, String answer) {
    onceOnly.put(command, answer);
  }

  /** Accepts everything again. */
  void behave() {
    answers.clear();
  }

  /** Runs when a body is complete, before its answer. */
  void beforeAnsweringTheBody(Runnable action) {
    beforeAnsweringTheBody = action;
  }

  /** Runs before such a command is answered, once. */
  void beforeAnswering(String command, Runnable action) {
    before.put(command, action);
  }

  /** Complete bodies that it took. */
  List<String> messages() {
    return messages;
  }

  /** Who the complete bodies were for, in order. */
  List<String> recipients() {
    return recipients;
  }

  /** Every line of every body, complete or not. */
  List<String> bodyLines() {
    return bodyLines;
  }

  /** Every command, in order. */
  List<String> commands() {
    return commands;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> talk(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      new Talk(client).run();
    } catch (IOException e) {
      // A client that hangs up ends the talk, whoever of the two it was.
      return;
    }
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work, "awkward-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The port is only closed once nobody waits at it any more. */
  @Override
  public void close() {
    try {
      socket.close();
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Talk {

    private final BufferedReader in;
    private final OutputStream out;
    private String recipient = "";

    Talk(Socket client) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      out = client.getOutputStream();
    }

    void run() throws IOException {
      say("CONNECT", "220 awkward.example.org ESMTP");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        answer(line);
      }
    }

    private void answer(String line) throws IOException {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (command) {
        case "EHLO" -> say("EHLO", "250-awkward.example.org\r\n250 AUTH PLAIN");
        case "AUTH" -> say("AUTH", "235 2.7.0 welcome");
        case "RCPT" -> {
          recipient = line.replaceAll(".*<(.*)>.*", "$1");
          say("RCPT", "250 2.1.5 ok");
        }
        case "DATA" -> {
          if (say("DATA", "354 go ahead").startsWith("354")) {
            body();
          }
        }
        case "QUIT" -> {
          say("QUIT", "221 bye");
          throw new IOException("bye");
        }
        default -> say(command, "250 ok");
      }
    }

    private void body() throws IOException {
      StringBuilder body = new StringBuilder();
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          return;
        }
        bodyLines.add(line);
        if (HANG_UP.equals(told("LINE", "go on"))) {
          throw new IOException("hung up within the body");
        }
        body.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      take(body.toString());
      beforeAnsweringTheBody.run();
      say("BODY", "250 2.0.0 Ok: queued as 4F1C");
    }

    /** A server that hangs up before its answer has taken the message all the same. */
    private void take(String body) {
      String forAll = answers.getOrDefault("BODY", HANG_UP);
      String answer = onceOnly.getOrDefault("BODY", forAll);
      if (answer.equals(HANG_UP) || answer.startsWith("250")) {
        messages.add(body);
        recipients.add(recipient);
      }
    }

    private String say(String command, String otherwise) throws IOException {
      Optional.ofNullable(before.remove(command)).ifPresent(Runnable::run);
      String answer = told(command, otherwise);
      if (answer.equals(HANG_UP)) {
        throw new IOException("hung up at " + command);
      }
      // What follows a bar is what happens after the answer.
      boolean leaves = answer.endsWith("|");
      String line = leaves ? answer.substring(0, answer.length() - 1) : answer;
      // In one packet: two would wait for each other's acknowledgement.
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      if (leaves) {
        throw new IOException("hung up after " + command);
      }
      return answer;
    }

    private String told(String command, String otherwise) {
      String once = onceOnly.remove(command);
      if (once != null) {
        return once;
      }
      String forAll = answers.getOrDefault(command, otherwise);
      return answers.getOrDefault(command + ":" + recipient, forAll);
    }
  }
}
