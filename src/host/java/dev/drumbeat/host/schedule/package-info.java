/** Scheduled jobs and locks. */
package dev.drumbeat.host.schedule;
