package dev.drumbeat.enrollment;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Sql;
import java.time.InstantSource;

/** What the parts of this package read and write, handed over together. */
public record Stores(
    Sql sql,
    CampaignStore campaigns,
    EnrollmentStore enrollments,
    LeftOutStore leftOut,
    EventLog events,
    Transitions transitions,
    InstantSource clock) {

  /** All of them on one database. */
  public static Stores on(
      ActiveObjects tables, Sql sql, CampaignStore campaigns, InstantSource clock) {
    EnrollmentStore enrollments = new EnrollmentStore(sql);
    EventLog events = new EventLog(sql, clock);
    return new Stores(
        sql,
        campaigns,
        enrollments,
        new LeftOutStore(tables, sql),
        events,
        new Transitions(sql, enrollments, events, clock),
        clock);
  }
}
