/**
 * The host's own pages, as far as an app's places in them and a person trying the app need them.
 * Each is a servlet whose page asks for a frame like the pages of apps do.
 */
package dev.drumbeat.host.page.screen;
