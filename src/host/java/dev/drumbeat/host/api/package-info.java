/**
 * The part of Jira's own REST, {@code /rest/api/2}, that a client needs to create and find issues
 * and filters. Uses {@code issue} and {@code user}.
 */
package dev.drumbeat.host.api;
