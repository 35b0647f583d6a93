/**
 * Who asks, and how a request is refused. Knows nothing of the host: refusals carry i18n keys, and
 * {@code web} turns them into answers. May use no other package of ours.
 */
@NullMarked
package dev.drumbeat.request;

import org.jspecify.annotations.NullMarked;
