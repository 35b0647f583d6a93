/** The mail lab: a mail server on loopback for demo and tests. */
package dev.drumbeat.host.mail;
