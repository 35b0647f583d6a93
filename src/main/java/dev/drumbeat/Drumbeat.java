package dev.drumbeat;

/** Builds the app's parts by hand. */
public final class Drumbeat {}
