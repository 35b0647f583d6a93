/**
 * Campaigns: whom, what, when and how, and in which state; their rows and who may see and change
 * them. What happens to their leads is the matter of {@code enrollment}. May use {@code request},
 * {@code time}, {@code database}, {@code mail}, {@code audience} and {@code sequence}.
 */
@NullMarked
package dev.drumbeat.campaign;

import org.jspecify.annotations.NullMarked;
