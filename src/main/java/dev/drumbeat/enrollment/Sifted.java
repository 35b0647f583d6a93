package dev.drumbeat.enrollment;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of a slice of an audience: leads to admit, and who is left out, by key. */
final class Sifted {

  private static final int FIRST_RUN = 1;

  private final long campaignId;
  private final Map<String, Lead> leads = new LinkedHashMap<>();
  private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();

  Sifted(long campaignId) {
    this.campaignId = campaignId;
  }

  void admit(Lead lead) {
    leads.put(lead.addressKey(), lead);
  }

  void leaveOut(Candidate candidate, LeftOut why) {
    leftOut.putIfAbsent(key(candidate), why);
  }

  /** Short for every address, whatever stands in it. */
  private String key(Candidate candidate) {
    String raw = candidate.rawAddress();
    String address = raw == null ? "-" : AddressKey.ofText(raw);
    return "%d.%d.%s".formatted(campaignId, candidate.issueId(), address);
  }

  Map<String, Lead> leads() {
    return leads;
  }

  Map<String, LeftOut> leftOut() {
    return leftOut;
  }

  /** An earlier pass over the audience noted these. */
  void forget(Collection<String> keys) {
    leftOut.keySet().removeAll(keys);
  }

  boolean isEmpty() {
    return leads.isEmpty() && leftOut.isEmpty();
  }

  List<NewEnrollment> enrollments(Entry entry, Instant now) {
    List<NewEnrollment> all = new ArrayList<>();
    leads.values().forEach(lead -> entry.admit(lead, FIRST_RUN, Map.of(), now).ifPresent(all::add));
    return all;
  }
}
