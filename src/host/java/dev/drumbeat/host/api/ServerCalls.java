package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;

/** What clients ask first: which Jira this is, and who they are. */
final class ServerCalls {

  private final Users users;

  ServerCalls(Users users) {
    this.users = users;
  }

  void addTo(Routes routes) {
    routes
        .open("GET", "serverInfo", this::server)
        .on("GET", "myself", call -> ApiAnswer.ok(PersonJson.whole(call.user(), call.links())))
        .on("GET", "user", this::user);
  }

  /** Deployments of Jira Data Center call themselves a server. */
  private ApiAnswer server(Call call) {
    ObjectNode json =
        Json.object()
            .put("baseUrl", call.links().base())
            .put("version", "11.0.0")
            .put("deploymentType", "Server")
            .put("buildNumber", 11_000_000)
            .put("serverTitle", "Embedded host");
    json.putArray("versionNumbers").add(11).add(0).add(0);
    return ApiAnswer.ok(json);
  }

  private ApiAnswer user(Call call) {
    String name = call.text("username");
    String key = call.text("key");
    if (name.isEmpty() && key.isEmpty()) {
      return ApiAnswer.refused(
          400, "Either the 'username' or the 'key' query parameters need to be provided");
    }
    HostUser user = name.isEmpty() ? users.getUserByKey(key) : users.getUserByName(name);
    return user == null
        ? ApiAnswer.refused(404, "The user named '" + name + key + "' does not exist")
        : ApiAnswer.ok(PersonJson.whole(user, call.links()));
  }
}
