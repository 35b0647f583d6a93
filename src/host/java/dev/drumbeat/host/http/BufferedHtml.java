package dev.drumbeat.host.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * A response that keeps HTML until it is whole. Whether it is HTML is decided when the first byte
 * is about to be written; other content goes straight through.
 */
final class BufferedHtml extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private ServletOutputStream stream;
  private PrintWriter writer;

  BufferedHtml(HttpServletResponse response) {
    super(response);
  }

  /** Whether HTML was written and neither an error nor a redirect took its place. */
  boolean isHtml() {
    return (stream != null || writer != null) && !isCommitted();
  }

  /** What was written so far. */
  String html() {
    if (writer != null) {
      writer.flush();
    }
    return bytes.toString(charset());
  }

  /** Sends this instead of what was kept. */
  void send(String html) throws IOException {
    byte[] content = html.getBytes(charset());
    super.setContentLength(content.length);
    super.getOutputStream().write(content);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null && !startsHtml()) {
      return super.getOutputStream();
    }
    if (writer != null) {
      throw new IllegalStateException("The writer is in use already");
    }
    stream = stream == null ? new Kept() : stream;
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null && !startsHtml()) {
      return super.getWriter();
    }
    if (stream != null) {
      throw new IllegalStateException("The output stream is in use already");
    }
    if (writer == null) {
      // The name of the charset becomes part of the header, as a real writer would make it.
      super.setCharacterEncoding(getCharacterEncoding());
      writer = new PrintWriter(bytes, false, charset());
    }
    return writer;
  }

  private boolean startsHtml() {
    String type = getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  private Charset charset() {
    return Charset.forName(getCharacterEncoding());
  }

  /** Nothing of a page leaves before it is whole. */
  @Override
  public void flushBuffer() throws IOException {
    if (stream == null && writer == null) {
      super.flushBuffer();
    }
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    forget();
  }

  @Override
  public void reset() {
    super.reset();
    SecurityHeaders.set(this::setHeader);
    forget();
  }

  private void forget() {
    bytes.reset();
    stream = null;
    writer = null;
  }

  @Override
  public void sendError(int code, String message) throws IOException {
    forget();
    super.sendError(code, message);
  }

  @Override
  public void sendError(int code) throws IOException {
    forget();
    super.sendError(code);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    forget();
    super.sendRedirect(location);
  }

  private final class Kept extends ServletOutputStream {

    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public void write(byte[] b, int off, int len) {
      bytes.write(b, off, len);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Pages are written by one thread");
    }
  }
}
