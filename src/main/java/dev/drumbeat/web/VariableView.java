package dev.drumbeat.web;

/** A value that a mail may use, with what it is and what it may look like. */
public record VariableView(String name, String description, String example) {}
