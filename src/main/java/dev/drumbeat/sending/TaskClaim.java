package dev.drumbeat.sending;

/** A task that this engine makes; again when an earlier attempt may have made its issue. */
record TaskClaim(OpenTask task, boolean again) {}
