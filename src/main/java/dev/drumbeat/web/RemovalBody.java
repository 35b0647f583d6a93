package dev.drumbeat.web;

import org.jspecify.annotations.Nullable;

/**
 * The order to remove all data.
 *
 * @param confirm the name of the app, typed by hand
 * @param suppressions whether those go too who must not be written to
 */
record RemovalBody(@Nullable String confirm, @Nullable Boolean suppressions) {}
