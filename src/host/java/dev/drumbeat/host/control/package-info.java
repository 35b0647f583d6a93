/** Test controls by REST; not part of the app. */
package dev.drumbeat.host.control;
