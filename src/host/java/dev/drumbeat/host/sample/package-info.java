/**
 * Invented people, companies and issues to look at and to test with. Always the same; only the
 * dates move with the clock. Uses {@code user} and {@code issue}.
 */
package dev.drumbeat.host.sample;
