/**
 * Plain SQL on the host's connections, in one place (design D15): units of work, table names as
 * Active Objects makes them, quoting, and statements that answer a row count. Tables are created
 * and read by Active Objects in the stores that own them. May use nothing of ours but {@code
 * request}.
 */
@NullMarked
package dev.drumbeat.database;

import org.jspecify.annotations.NullMarked;
