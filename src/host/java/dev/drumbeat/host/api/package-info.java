/**
 * The part of Jira's own REST, {@code /rest/api/2}, that a stock client needs to create and find
 * issues, to read comments and to keep filters. Uses {@code http}, {@code issue} and {@code user}.
 */
package dev.drumbeat.host.api;
