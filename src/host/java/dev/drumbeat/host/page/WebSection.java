package dev.drumbeat.host.page;

/**
 * A group of web-items.
 *
 * @param key the key of its module, which items name in their own section
 * @param label empty without one
 */
public record WebSection(String key, String label) {}
