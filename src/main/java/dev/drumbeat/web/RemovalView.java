package dev.drumbeat.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data of the app are being removed.
 *
 * @param orderedAt when somebody ordered it; not there while nothing is being removed
 * @param orderedBy the key of that user
 */
record RemovalView(boolean underWay, @Nullable Instant orderedAt, @Nullable String orderedBy) {}
