package dev.drumbeat.host.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The picture behind {@code avatarUrls}, the same one for everybody. */
public final class AvatarServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final String PICTURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">
      <circle cx="24" cy="24" r="24" fill="#8590a2"/>
      <circle cx="24" cy="19" r="8" fill="#fff"/>
      <path d="M8 41a16 12 0 0 1 32 0z" fill="#fff"/>
      </svg>
      """;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("image/svg+xml;charset=UTF-8");
    response.getWriter().write(PICTURE);
  }
}
