/**
 * Apps as real bundles: read, resolved, wired, enabled, upgraded and let go while the host runs.
 */
package dev.drumbeat.host.plugin;
