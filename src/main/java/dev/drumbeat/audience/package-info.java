/**
 * Who may be written to: issues and the addresses found on them, read under the rights of one user,
 * and suppressed addresses. The only package that searches. May use {@code request}, {@code
 * database} and {@code mail}.
 */
@NullMarked
package dev.drumbeat.audience;

import org.jspecify.annotations.NullMarked;
