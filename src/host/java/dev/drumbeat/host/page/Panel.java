package dev.drumbeat.host.page;

/** A web-panel as it is shown: its module's key, its heading and what it wrote. */
public record Panel(String id, String label, SafeHtml html) {}
