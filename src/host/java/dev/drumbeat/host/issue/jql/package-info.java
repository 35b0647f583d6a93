/**
 * The grammar of the host's query language, a part of Jira's: text to records, nothing else. What a
 * field means and how it is searched is known by {@code issue}.
 */
package dev.drumbeat.host.issue.jql;
