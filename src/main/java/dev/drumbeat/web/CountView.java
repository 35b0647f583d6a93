package dev.drumbeat.web;

import java.net.URI;

/** A number with the address of the list behind it, which has as many entries. */
record CountView(long count, URI href) {}
