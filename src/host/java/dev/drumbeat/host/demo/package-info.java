/**
 * The main job from end to end, unattended ({@code mvn -Pdemo package}): a campaign over a saved
 * filter, and invented people who answer it. Uses everything of the host, which does not use it.
 */
package dev.drumbeat.host.demo;
