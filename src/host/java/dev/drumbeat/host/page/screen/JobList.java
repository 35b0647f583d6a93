package dev.drumbeat.host.page.screen;

import java.util.List;

/** The scheduled jobs of the host, for the page that lists them. */
public interface JobList {

  /** All of them, in the order in which they are listed. */
  List<JobLine> jobs();

  /** Runs a job now, whatever its schedule says; does nothing when it is not there any more. */
  void run(String jobId);
}
