package dev.drumbeat.it;

import com.atlassian.jira.permission.ProjectPermissions;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.NewIssue;
import dev.drumbeat.host.user.HostUser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * The host in a process of its own, with a project LEADS of so many leads: {@code HostMain <jar>
 * <home> <leads>}. It prints where it is and a token of the administrator, and stays up until it is
 * killed.
 */
public final class HostMain {

  private HostMain() {}

  /** Starts it; a second start finds what the first has left. */
  public static void main(String[] args) throws InterruptedException {
    Host host = Host.start(HostOptions.forTests(Path.of(args[1])));
    host.addSampleData();
    HostUser admin = host.users().getUserByName("admin");
    if (host.tracker().projects().getProjectByCurrentKey("LEADS") == null) {
      addLeads(host, admin, Integer.parseInt(args[2]));
    }
    host.plugins().install(Path.of(args[0]));
    System.out.println(HostProcess.READY + host.url() + " " + host.tokens().issue(admin));
    new CountDownLatch(1).await();
  }

  /** Makes the project LEADS with so many leads. */
  static void addLeads(Host host, HostUser admin, int count) {
    HostProject project = host.tracker().projects().add("LEADS", "Leads", admin);
    host.tracker()
        .projects()
        .grant(project, ProjectPermissions.BROWSE_PROJECTS, "jira-administrators");
    HostField email = host.tracker().customFields().getCustomFieldObject(Outreach.EMAIL_FIELD);
    List<NewIssue> leads =
        IntStream.range(0, count)
            .mapToObj(n -> IssueFields.of("Lead " + n).withReporter(admin).with(email, lead(n)))
            .map(fields -> new NewIssue("LEADS", fields))
            .toList();
    host.tracker().issues().addAll(leads);
  }

  static String lead(int number) {
    return "lead" + number + "@example.org";
  }
}
