package dev.drumbeat.sending;

import dev.drumbeat.audience.TaskIssues;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Moving;
import java.util.function.Function;

/** What it takes to do what steps say, handed over together; links lead to a run's lead. */
public record StepWork(
    Letters letters,
    Junction junction,
    Moving moving,
    TaskIssues tasks,
    Function<Enrollment, String> links) {}
