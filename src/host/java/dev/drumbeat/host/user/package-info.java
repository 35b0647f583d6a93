/**
 * Who may log in to the embedded host: users, groups, access tokens, the acting user of a thread
 * and the one global permission that the app asks for. Uses {@code database} alone.
 */
package dev.drumbeat.host.user;
