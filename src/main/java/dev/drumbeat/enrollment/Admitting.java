package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Candidate;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.log.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits a slice of an audience in one unit: runs, who was left out, events and the numbers of the
 * launch, or nothing of it. A slice that fails is taken apart, so that one bad lead stops nobody
 * else.
 */
final class Admitting {

  private static final Logger LOG = LoggerFactory.getLogger(Admitting.class);
  private static final Cause LAUNCH = Cause.app("launch");

  private final Stores stores;
  private final Sieve sieve;

  Admitting(Stores stores, Sieve sieve) {
    this.stores = stores;
    this.sieve = sieve;
  }

  /** Admits whom it can; false when the launch does not go on any more. */
  boolean admit(Entry entry, List<Candidate> slice) {
    return inUnits(entry, slice, some -> sieve.sift(entry.campaign(), some));
  }

  /** Leaves all of them out, since the audience is over its limit; false as the other form. */
  boolean refuse(Entry entry, List<Candidate> slice) {
    return inUnits(entry, slice, some -> sieve.overLimit(entry.campaign(), some));
  }

  private boolean inUnits(
      Entry entry, List<Candidate> slice, Function<List<Candidate>, Sifted> sift) {
    try {
      return store(entry, sift.apply(slice));
    } catch (SqlFailure e) {
      return slice.size() > 1
          ? slice.stream().allMatch(candidate -> inUnits(entry, List.of(candidate), sift))
          : alone(entry, slice.get(0), sift, e);
    }
  }

  /** Either another launch was faster, and now that shows, or the lead is what is wrong. */
  private boolean alone(
      Entry entry,
      Candidate candidate,
      Function<List<Candidate>, Sifted> sift,
      SqlFailure failure) {
    Campaign campaign = entry.campaign();
    if (failure.isDuplicate()) {
      return store(entry, sift.apply(List.of(candidate)));
    }
    LOG.warn(
        "{}: the lead cannot be stored and is left out",
        campaign.about().and(Thing.ISSUE, candidate.issueId()),
        Fault.of(failure));
    Sifted failed = new Sifted(campaign.id());
    failed.leaveOut(
        candidate,
        new LeftOut(candidate.issueKey(), candidate.rawAddress(), LeftOutReason.FAILED, null));
    // When this fails as well it is the database, and the launch waits for it.
    return store(entry, failed);
  }

  private boolean store(Entry entry, Sifted sifted) {
    if (sifted.isEmpty()) {
      return true;
    }
    Campaign campaign = entry.campaign();
    Instant now = stores.clock().instant();
    List<NewEnrollment> admitted = sifted.enrollments(entry, now);
    return stores.sql().write(c -> store(c, campaign.id(), admitted, sifted.leftOut(), now));
  }

  private boolean store(
      Connection c,
      long campaignId,
      List<NewEnrollment> admitted,
      Map<String, LeftOut> leftOut,
      Instant now)
      throws SQLException {
    if (!stores.campaigns().admit(c, campaignId, admitted.size(), leftOut.size())) {
      return false;
    }
    List<Enrollment> runs = stores.enrollments().insert(c, admitted, now);
    stores.leftOut().insert(c, campaignId, leftOut);
    stores.events().appendAll(c, NewEnrollment.events(admitted, runs, LAUNCH));
    return true;
  }
}
