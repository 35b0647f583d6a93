package dev.drumbeat.enrollment;

import org.jspecify.annotations.Nullable;

/** Which members of an audience are asked for; null is all of them. */
public record AudienceFilter(@Nullable Boolean included, @Nullable LeftOutReason why) {

  /** Everybody. */
  public static final AudienceFilter ALL = new AudienceFilter(null, null);

  boolean wantsIncluded() {
    return why == null && !Boolean.FALSE.equals(included);
  }

  boolean wantsLeftOut() {
    return !Boolean.TRUE.equals(included);
  }

  boolean wants(Member member) {
    return member.why() == null
        ? wantsIncluded()
        : wantsLeftOut() && (why == null || why == member.why());
  }
}
