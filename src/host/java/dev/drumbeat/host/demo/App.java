package dev.drumbeat.host.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import java.util.ArrayList;
import java.util.List;

/** The app as an integration sees it: only its REST, and the host's test controls for its jobs. */
final class App {

  private static final String REST = "/rest/drumbeat/1";

  private final Rest admin;
  private final Rest user;

  App(Host host, String userName) {
    this.admin = Rest.as(host, "admin");
    this.user = Rest.as(host, userName);
  }

  /** Sending is off after installation; an administrator turns it on. */
  void turnSendingOn() {
    must(admin.put(REST + "/settings", "{\"sendingEnabled\":true}"));
  }

  long account(String address) {
    for (JsonNode account : must(admin.get(REST + "/mail-accounts")).path("values")) {
      if (account.path("fromAddress").asText().equals(address)) {
        return account.path("id").asLong();
      }
    }
    throw new IllegalStateException("there is no account " + address);
  }

  long filter(String name) {
    for (JsonNode filter : must(user.get("/rest/api/2/filter/favourite"))) {
      if (filter.path("name").asText().equals(name)) {
        return filter.path("id").asLong();
      }
    }
    throw new IllegalStateException("there is no filter " + name);
  }

  long create(String what, String json) {
    return must(user.post(REST + "/" + what, json)).path("id").asLong();
  }

  /** Launches and answers once everybody is admitted. */
  void launch(long campaign) {
    must(user.post(path(campaign) + "/launch", ""));
    Patience.until(() -> !isAdmitting(campaign));
  }

  private boolean isAdmitting(long campaign) {
    return !campaign(campaign).path("admission").path("stage").asText().equals("closed");
  }

  JsonNode campaign(long id) {
    return must(user.get(path(id)));
  }

  List<JsonNode> all(long campaign, String what) {
    List<JsonNode> all = new ArrayList<>();
    must(user.get(path(campaign) + "/" + what + "maxResults=1000"))
        .path("values")
        .forEach(all::add);
    return all;
  }

  JsonNode enrollment(long id) {
    return must(user.get(REST + "/enrollments/" + id));
  }

  int comments(String issueKey) {
    return must(user.get("/rest/api/2/issue/" + issueKey + "/comment")).path("total").asInt();
  }

  void run(String job) {
    JsonNode answer = must(admin.post("/rest/host/1/jobs/" + job + "/run", ""));
    if (!answer.path("outcome").asText().equals("SUCCESS")) {
      throw new IllegalStateException(job + ": " + answer);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String path(long campaign) {
    return REST + "/campaigns/" + campaign;
  }

  private static JsonNode must(Rest.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException("the app refused: " + answer);
    }
    return answer.body();
  }
}
