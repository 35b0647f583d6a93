/**
 * Why mail was not delivered (B2), decided in one place whether the server said so in the dialogue
 * or a report tells it later (B1). The words of servers lie in text files beside the classes. May
 * use {@code mail}.
 */
@NullMarked
package dev.drumbeat.mail.failure;

import org.jspecify.annotations.NullMarked;
