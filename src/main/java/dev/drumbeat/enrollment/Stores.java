package dev.drumbeat.enrollment;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Sql;
import java.time.InstantSource;
import java.util.function.Function;

/** What the parts of this package read and write, handed over together. */
public record Stores(
    Sql sql,
    CampaignStore campaigns,
    EnrollmentStore enrollments,
    LeftOutStore leftOut,
    EventLog events,
    Transitions transitions,
    InstantSource clock) {

  /** All of them on one database, of an app that sends nothing. */
  public static Stores on(
      ActiveObjects tables, Sql sql, CampaignStore campaigns, InstantSource clock) {
    return on(tables, sql, campaigns, clock, events -> OpenSends.NONE);
  }

  /** All of them on one database; what cancels sends notes it in the same events. */
  public static Stores on(
      ActiveObjects tables,
      Sql sql,
      CampaignStore campaigns,
      InstantSource clock,
      Function<EventLog, OpenSends> sends) {
    EnrollmentStore enrollments = new EnrollmentStore(sql);
    EventLog events = new EventLog(sql, clock);
    return new Stores(
        sql,
        campaigns,
        enrollments,
        new LeftOutStore(tables, sql),
        events,
        new Transitions(sql, enrollments, events, sends.apply(events), clock),
        clock);
  }
}
