package dev.drumbeat.web;

import dev.drumbeat.campaign.ResumePolicy;
import dev.drumbeat.request.Problems;
import org.jspecify.annotations.Nullable;

/** What becomes of the time that a pause took; unsaid is {@code shift} (P2). */
record ResumeRequest(@Nullable String policy) {

  static final ResumeRequest USUAL = new ResumeRequest(null);

  ResumePolicy checked() {
    Problems problems = new Problems();
    ResumePolicy read = Words.read("policy", ResumePolicy.class, policy, problems);
    problems.refuse();
    return read == null ? ResumePolicy.SHIFT : read;
  }
}
