package dev.drumbeat.host.http;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** What a servlet of an app is told when it starts: its module's key and {@code init-param}s. */
record ModuleConfig(
    String getServletName, ServletContext getServletContext, Map<String, String> params)
    implements ServletConfig {

  @Override
  public String getInitParameter(String name) {
    return params.get(name);
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(params.keySet());
  }
}
