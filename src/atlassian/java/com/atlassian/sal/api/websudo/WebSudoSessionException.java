package com.atlassian.sal.api.websudo;

/** The administrator's session is missing. */
public class WebSudoSessionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WebSudoSessionException() {}
}
