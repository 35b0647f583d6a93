/**
 * Projects, issues and what hangs on them: custom fields, comments, watchers, history, rights,
 * search by JQL, saved filters and events. {@link dev.drumbeat.host.issue.Tracker} puts the parts
 * together. Uses {@code database}, {@code user} and its own {@code jql}.
 */
package dev.drumbeat.host.issue;
