package dev.drumbeat.enrollment;

import dev.drumbeat.request.Problems;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a direct enrollment brings for its templates. */
final class Variables {

  private static final int MOST = 100;
  private static final int LONGEST = 10_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

  private Variables() {}

  static Map<String, String> check(@Nullable Map<String, String> variables, Problems problems) {
    return check("variables", variables, problems);
  }

  static Map<String, String> check(
      String field, @Nullable Map<String, String> variables, Problems problems) {
    if (variables == null) {
      return Map.of();
    }
    if (variables.size() > MOST) {
      problems.add(field, "drumbeat.invalid.too-many", MOST);
      return Map.of();
    }
    variables.forEach((name, value) -> checkOne(field + "." + name, name, value, problems));
    return variables;
  }

  private static void checkOne(String field, String name, String value, Problems problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add(field, "drumbeat.enroll.variable-name");
    }
    if (value.length() > LONGEST) {
      problems.add(field, "drumbeat.invalid.too-long", LONGEST);
    }
    if (CONTROL.matcher(value).find()) {
      problems.add(field, "drumbeat.invalid.control");
    }
  }
}
