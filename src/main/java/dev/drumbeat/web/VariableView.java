package dev.drumbeat.web;

/** A value that a mail may use, with what it is and what it may look like. */
record VariableView(String name, String description, String example) {}
