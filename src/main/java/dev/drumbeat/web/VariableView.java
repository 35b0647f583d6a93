package dev.drumbeat.web;

/**
 * A value that a mail may use: what it is, what it may look like, whether leads without an issue
 * have it too, and how to write it plainly and with what stands in when a lead does not have it.
 */
public record VariableView(
    String name,
    String description,
    String example,
    boolean withoutIssue,
    String plain,
    String withFallback) {

  static VariableView of(String name, String description, String example, String fallback) {
    return new VariableView(
        name,
        description,
        example,
        !name.startsWith("issue."),
        "${" + name + "}",
        "${" + name + "|'" + fallback + "'}");
  }
}
