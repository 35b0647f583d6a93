package dev.drumbeat.it;

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
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that takes everything, remembers for whom, and springs a trap once where a test has
 * set it.
 */
final class TrapServer implements AutoCloseable {

  /** The moments of a hand-over, in order. */
  enum Moment {
    /** The send is claimed and the lead is named. */
    RCPT,
    /** The body was asked for, and its hand-over is being marked. */
    ASKED,
    /** The body has begun. */
    WITHIN,
    /** The body is complete and taken, and nobody has said so. */
    TAKEN,
    /** The answer has left, and nobody has written it down. */
    ANSWERED
  }

  private final ServerSocket socket;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile Moment moment = Moment.RCPT;
  private volatile int after;
  private volatile Runnable trap = () -> {};

  TrapServer() throws IOException {
    socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** For whom it took a complete body, in order. */
  List<String> taken() {
    return taken;
  }

  /** Springs it at that moment of the next message but so many. */
  void trap(Moment at, int butSoMany, Runnable action) {
    moment = at;
    after = butSoMany;
    trap = action;
  }

  private void reach(Moment now) {
    if (now == moment && after-- == 0) {
      trap.run();
    }
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

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "trap-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void talk(Socket client) {
    try (client) {
      new Talk(client).run();
    } catch (IOException e) {
      // The client was killed.
      return;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      say("220 trap.example.org");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
          case "RCPT" -> {
            recipient = line.replaceAll(".*<(.*)>.*", "$1");
            reach(Moment.RCPT);
            say("250 ok");
          }
          case "DATA" -> body();
          case "QUIT" -> {
            say("221 bye");
            return;
          }
          default -> say("250 ok");
        }
      }
    }

    private void body() throws IOException {
      say("354 go ahead");
      reach(Moment.ASKED);
      boolean first = true;
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          throw new IOException("hung up");
        }
        if (first) {
          reach(Moment.WITHIN);
          first = false;
        }
      }
      taken.add(recipient);
      reach(Moment.TAKEN);
      say("250 taken");
      reach(Moment.ANSWERED);
    }

    private void say(String answer) throws IOException {
      out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
  }
}
