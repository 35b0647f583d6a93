/**
 * Mail addresses, mail accounts with their secrets and health, and the connections to their
 * servers. Nothing about campaigns. May use {@code request} and {@code database}.
 *
 * <p>Jakarta Mail lives inside the jar and finds its parts through the thread's context class
 * loader; every call goes through {@link dev.drumbeat.mail.OwnClassLoader} (design D7).
 */
@NullMarked
package dev.drumbeat.mail;

import org.jspecify.annotations.NullMarked;
