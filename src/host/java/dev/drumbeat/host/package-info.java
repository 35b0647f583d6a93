/** The embedded host put together. */
package dev.drumbeat.host;
