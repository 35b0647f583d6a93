package dev.drumbeat.enrollment;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps variables: a name, {@code =} and a value on each line, line breaks and backslashes escaped.
 */
final class VariablesText {

  private VariablesText() {}

  static @Nullable String write(Map<String, String> variables) {
    return variables.isEmpty()
        ? null
        : new TreeMap<>(variables)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + escape(e.getValue()))
                .collect(joining("\n"));
  }

  static Map<String, String> read(@Nullable String text) {
    Map<String, String> variables = new TreeMap<>();
    if (text != null) {
      for (String line : text.split("\n", -1)) {
        int end = line.indexOf('=');
        variables.put(line.substring(0, end), unescape(line.substring(end + 1)));
      }
    }
    return variables;
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String text) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        c = text.charAt(++i);
        value.append(c == 'n' ? '\n' : c == 'r' ? '\r' : c);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
