/** The host's database and the three ways in which an app reaches it: tables, SQL, settings. */
package dev.drumbeat.host.database;
