package dev.drumbeat.host.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives every issue of a query a person to play, the same ones each time. */
final class Cast {

  private static final String ADDRESS = "customfield_10000";

  private Cast() {}

  static List<DemoLead> of(Rest user, String jql) {
    JsonNode issues =
        user.get("/rest/api/2/search?maxResults=1000&jql=" + jql.replace(" ", "%20"))
            .body()
            .path("issues");
    List<DemoLead> cast = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (JsonNode issue : issues) {
      String address = issue.path("fields").path(ADDRESS).asText("");
      cast.add(new DemoLead(issue.path("key").asText(), address, persona(address, known)));
    }
    return cast;
  }

  private static Persona persona(String address, Set<String> known) {
    if (address.isEmpty() || address.equals("null")) {
      return Persona.HAS_NO_ADDRESS;
    }
    return known.add(address) ? Persona.of(known.size() - 1) : Persona.SHARES_AN_ADDRESS;
  }
}
