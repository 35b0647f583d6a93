package dev.drumbeat.host.page.screen;

/** An account that a new host has, told to whoever opens its first page. */
public record SampleAccount(String username, String password, String role) {}
