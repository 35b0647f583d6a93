package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Route;
import java.time.Instant;

/** A way that a run takes instead of its step, when that was decided and why. */
public record Turn(Route way, Instant at, Reason why) {}
