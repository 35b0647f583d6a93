package dev.drumbeat.host.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Hands HTML that asks for a decorator to the host's; everything else leaves as it was written, and
 * what is not HTML is never held back.
 */
final class DecorationFilter extends HttpFilter {

  private static final Pattern ASKS_FOR_DECORATOR =
      Pattern.compile("<meta\\s[^>]*\\bname\\s*=\\s*[\"']decorator[\"']", Pattern.CASE_INSENSITIVE);
  private static final Pattern BODY = Pattern.compile("<body[\\s>]", Pattern.CASE_INSENSITIVE);

  private transient volatile PageDecorator decorator = (request, html) -> html;

  void decorateWith(PageDecorator newDecorator) {
    decorator = newDecorator;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    PageDecorator now = decorator;
    BufferedHtml buffered = new BufferedHtml(response);
    now.begin();
    try {
      chain.doFilter(request, buffered);
      if (buffered.isHtml()) {
        String html = buffered.html();
        buffered.send(asksForDecorator(html) ? now.decorate(request, html) : html);
      }
    } finally {
      now.end();
    }
  }

  /** Only what stands before the body counts: what users wrote comes after it. */
  private static boolean asksForDecorator(String html) {
    return ASKS_FOR_DECORATOR.matcher(BODY.split(html, 2)[0]).find();
  }
}
