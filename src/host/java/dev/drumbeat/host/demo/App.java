package dev.drumbeat.host.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import java.util.ArrayList;
import java.util.List;

/** The app as an integration sees it: only its REST, and the host's test controls for its jobs. */
public final class App {

  private static final String REST = "/rest/drumbeat/1";

  private final Rest admin;
  private final Rest user;

  public App(Host host, String userName) {
    this.admin = Rest.as(host, "admin");
    this.user = Rest.as(host, userName);
  }

  /** Sending is off after installation; an administrator turns it on. */
  public void turnSendingOn() {
    turnSending(true);
  }

  /** Lets mail go out, or none. */
  public void turnSending(boolean on) {
    must(admin.put(REST + "/settings", object().put("sendingEnabled", on).toString()));
  }

  /** What administrators see of how it is. */
  public JsonNode status() {
    return must(admin.get(REST + "/status"));
  }

  public long account(String address) {
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

  public long create(String what, String json) {
    return must(user.post(REST + "/" + what, json)).path("id").asLong();
  }

  /** Asks the user's side of the app, below its REST; a refusal is an exception. */
  public JsonNode get(String path) {
    return must(user.get(REST + "/" + path));
  }

  /** Does something there. */
  public JsonNode post(String path, String json) {
    return must(user.post(REST + "/" + path, json));
  }

  /** Launches and answers once everybody is admitted. */
  public void launch(long campaign) {
    must(user.post(path(campaign) + "/launch", ""));
    Patience.until(() -> !isAdmitting(campaign));
  }

  private boolean isAdmitting(long campaign) {
    return !campaign(campaign).path("admission").path("stage").asText().equals("closed");
  }

  public JsonNode campaign(long id) {
    return must(user.get(path(id)));
  }

  public List<JsonNode> all(long campaign, String what) {
    List<JsonNode> all = new ArrayList<>();
    must(user.get(path(campaign) + "/" + what + "maxResults=1000"))
        .path("values")
        .forEach(all::add);
    return all;
  }

  public JsonNode enrollment(long id) {
    return must(user.get(REST + "/enrollments/" + id));
  }

  public int comments(String issueKey) {
    return must(user.get("/rest/api/2/issue/" + issueKey + "/comment")).path("total").asInt();
  }

  public void run(String job) {
    JsonNode answer = must(admin.post("/rest/host/1/jobs/" + job + "/run", ""));
    if (!answer.path("outcome").asText().equals("SUCCESS")) {
      throw new IllegalStateException(job + ": " + answer);
    }
  }

  public static ObjectNode object() {
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
