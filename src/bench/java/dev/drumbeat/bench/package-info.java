/** Benchmarks: always as ratios in one run, printed and never asserted. */
package dev.drumbeat.bench;
