/**
 * Whether the app can do its work, and what an administrator sees when it cannot. Every check reads
 * what there is in bounded time and changes nothing. May use everything up to {@code report}.
 */
@NullMarked
package dev.drumbeat.health;

import org.jspecify.annotations.NullMarked;
