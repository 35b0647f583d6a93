package dev.drumbeat.host.schedule;

import com.atlassian.scheduler.config.IntervalScheduleInfo;
import com.atlassian.scheduler.config.Schedule;
import java.time.Duration;
import java.util.Date;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** Turns a schedule into a trigger of Quartz. */
final class Triggers {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private Triggers() {}

  static Trigger of(Schedule schedule) {
    return interval(schedule.getIntervalScheduleInfo());
  }

  private static Trigger interval(IntervalScheduleInfo info) {
    Date first = info.getFirstRunTime();
    TriggerBuilder<Trigger> trigger = TriggerBuilder.newTrigger();
    trigger = first == null ? trigger.startNow() : trigger.startAt(first);
    if (info.getIntervalInMillis() == 0) {
      return trigger.build();
    }
    long minutes = (info.getIntervalInMillis() + MINUTE - 1) / MINUTE;
    return trigger
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(minutes * MINUTE)
                .withMisfireHandlingInstructionNextWithRemainingCount()
                .repeatForever())
        .build();
  }
}
