package dev.drumbeat.web.page;

/** Markup that our own templates made; everything else is escaped where it is written. */
public record SafeHtml(String html) {

  @Override
  public String toString() {
    return html;
  }
}
