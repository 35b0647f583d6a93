/**
 * The web side of the embedded host: the server, log-in, protection against forged requests, the
 * frame around pages, and the apps' servlets and REST resources with their access rules. What is
 * not opened by an annotation is for users who are logged in. Uses {@code user}, {@code plugin} and
 * {@code time}.
 */
package dev.drumbeat.host.http;
