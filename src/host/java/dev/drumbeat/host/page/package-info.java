/**
 * What the host's pages are made of: texts, scripts and styles, web fragments and the frame around
 * each page. The pages themselves are in {@code screen}.
 */
package dev.drumbeat.host.page;
