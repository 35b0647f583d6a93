/**
 * The engine that sends what is due: recovery, checks in order, claim, hand-over over SMTP,
 * outcome. May use everything up to {@code enrollment}.
 *
 * <p>What it promises (X1-X6): nobody is written to twice; what nobody can know is listed as
 * unknown. Every class here is judged by what is left when the process dies on the next line:
 *
 * <ul>
 *   <li>The row of a send exists before anything leaves, one per enrollment, run and step.
 *   <li>A send is marked as handed over after the server asked for the body and before the first
 *       byte of it. Without that commit the connection is dropped.
 *   <li>After the mark only a final answer of the server counts; anything else is unknown and never
 *       tried again by itself.
 *   <li>A lease that ran out gives a claimed send back and makes a marked one unknown, on whichever
 *       node looks first.
 * </ul>
 *
 * <p>To be read from the top: {@link dev.drumbeat.sending.SendingJob} is the tick of a node, {@code
 * Round} gives each account its turns, {@code ShardWork} takes its shard, {@code SliceWork} goes
 * through what is due, {@code OneRun} brings one message on its way: {@code Checks}, {@code
 * Letters}, {@code Claims}, {@code HandOver}, {@code Outcomes}. {@code Recovery} goes before all of
 * it.
 */
@NullMarked
package dev.drumbeat.sending;

import org.jspecify.annotations.NullMarked;
