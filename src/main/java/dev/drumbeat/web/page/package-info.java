/**
 * What people look at: pages, the panel on an issue, the page behind the unsubscribe link, and the
 * engine that draws them. A page turns what services answer into texts, numbers, lists and maps for
 * its template; whatever it changes goes through REST.
 */
@NullMarked
package dev.drumbeat.web.page;

import org.jspecify.annotations.NullMarked;
