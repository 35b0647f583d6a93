package dev.drumbeat.sequence;

/**
 * A place where a template names a value, such as {@code lead.firstName}, counted in characters
 * from its beginning. What is called on the value is not part of the name.
 */
record Mention(String name, int offset, boolean hasFallback) {}
