package dev.drumbeat.host.http;

import jakarta.servlet.http.HttpServletRequest;

/** Puts the host's frame around a page that asks for it with {@code <meta name="decorator" …>}. */
public interface PageDecorator {

  /** A request starts on this thread. */
  default void begin() {}

  /** The request is over, decorated or not. */
  default void end() {}

  /** Answers the whole page: header, navigation, the resources that were required, the body. */
  String decorate(HttpServletRequest request, String html);
}
