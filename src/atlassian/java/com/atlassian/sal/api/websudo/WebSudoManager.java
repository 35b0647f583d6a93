package com.atlassian.sal.api.websudo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Asks administrators for their password once more. */
public interface WebSudoManager {
  void willExecuteWebSudoRequest(HttpServletRequest request) throws WebSudoSessionException;

  void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response);
}
