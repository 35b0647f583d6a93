/**
 * What a message is: an answer, a machine's answer, a bounce. Pure functions over {@link
 * dev.drumbeat.reply.incoming.IncomingMail}; each verdict says what it rests on. Phrases lie in
 * text files beside the classes, one list per question, all languages together. May use {@code
 * mail} and {@code reply.incoming}.
 */
@NullMarked
package dev.drumbeat.reply.classification;

import org.jspecify.annotations.NullMarked;
