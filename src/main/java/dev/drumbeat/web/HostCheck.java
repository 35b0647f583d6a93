package dev.drumbeat.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up every member of the host that the app uses. A host of another version then says at start
 * what it lacks, instead of failing in the middle of a campaign.
 */
public final class HostCheck {

  private static final Logger LOG = LoggerFactory.getLogger(HostCheck.class);
  private static final String LIST = "META-INF/host-members.tsv";

  private final ClassLoader host;
  private volatile List<String> missing = List.of();

  /** Looks with the app's own loader, which sees of the host what the app sees. */
  public HostCheck() {
    this(HostCheck.class.getClassLoader());
  }

  HostCheck(ClassLoader host) {
    this.host = host;
  }

  /** Looks everything up and logs what is not there. */
  public void run() {
    List<HostMember> members = members();
    List<String> found = new ArrayList<>();
    for (HostMember member : members) {
      member.fault(host).ifPresent(fault -> found.add(member + " " + fault));
    }
    missing = List.copyOf(found);
    if (missing.isEmpty()) {
      LOG.info("All {} members of the host that the app uses are there", members.size());
    } else {
      missing.forEach(m -> LOG.error("The host does not fit this version of the app: {}", m));
    }
  }

  /** What the last run did not find, one sentence each. */
  public List<String> missing() {
    return missing;
  }

  private List<HostMember> members() {
    try (InputStream list = host.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("the jar lacks " + LIST);
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(HostMember::of)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
