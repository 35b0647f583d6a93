package dev.drumbeat.web;

import dev.drumbeat.report.Person;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person as REST prints it: what forbids to write there now, and the runs, newest first. */
record PersonView(
    String email,
    URI self,
    @Nullable String name,
    List<String> issueKeys,
    List<SuppressionView> suppressions,
    List<EnrollmentView> enrollments) {

  static PersonView of(Person person, Answers answers) {
    return new PersonView(
        person.address().text(),
        answers.link("leads/" + LeadPaths.of(person.address())),
        person.name(),
        person.issueKeys(),
        person.inForce().stream().map(s -> SuppressionView.of(s, answers)).toList(),
        person.runs().stream().map(run -> EnrollmentView.of(run, answers)).toList());
  }
}
