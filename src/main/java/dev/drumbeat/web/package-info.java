/**
 * Requests in, answers out: REST, pages, panels, conditions, rights and texts. Thin: parse, check
 * who asks, call a service, render. May use every other package.
 */
@NullMarked
package dev.drumbeat.web;

import org.jspecify.annotations.NullMarked;
