package dev.drumbeat.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.mail.MailLab;

/**
 * What an administrator does once the jar is in: gives groups their rights and connects two mail
 * accounts of the mail lab. By the app's own REST, and only where nobody has done it yet.
 */
public final class AppSetup {

  /** The account that sales writes from; the part before the at sign is its password. */
  public static final String SALES = "sales@drumbeat.example";

  /** The account that renewals go out from. */
  public static final String RENEWALS = "renewals@drumbeat.example";

  private static final String REST = "/rest/drumbeat/1";

  private final MailLab lab;
  private final Rest admin;

  private AppSetup(Host host) {
    this.lab = host.lab();
    this.admin = Rest.as(host, "admin");
  }

  /** Sets up the app on a host with sample data; a set-up that exists stays as it is. */
  public static void make(Host host) {
    new AppSetup(host).make();
  }

  private void make() {
    // The lab forgets its mailboxes with each start, the app does not forget its accounts.
    lab.account(SALES, password(SALES));
    lab.account(RENEWALS, password(RENEWALS));
    if (admin.get(REST + "/mail-accounts").body().path("total").asInt() == 0) {
      account("Sales", SALES);
      account("Renewals", RENEWALS);
      must(
          admin.put(
              REST + "/settings/rights",
              "{\"useCampaigns\":[\"sales\"],\"launchCampaigns\":[\"sales-leads\"]}"));
    }
  }

  private void account(String name, String address) {
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    account.put("name", name).put("fromAddress", address).put("fromName", name + " at Drumbeat");
    account.set("smtp", server(lab.smtpPort(), address));
    account.set("imap", server(lab.imapPort(), address));
    must(admin.post(REST + "/mail-accounts", account.toString()));
  }

  private static ObjectNode server(int port, String address) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("host", "127.0.0.1")
        .put("port", port)
        .put("security", "none")
        .put("user", address)
        .put("password", password(address));
  }

  private static String password(String address) {
    return address.substring(0, address.indexOf('@'));
  }

  private static void must(Rest.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException("the app refused its set-up: " + answer);
    }
  }
}
