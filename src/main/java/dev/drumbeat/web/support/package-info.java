/**
 * The support bundle: how an installation is, for somebody who may know nothing of the people in
 * it. Only ids, numbers, moments and words of the app; no text that anybody ever typed.
 */
@NullMarked
package dev.drumbeat.web.support;

import org.jspecify.annotations.NullMarked;
