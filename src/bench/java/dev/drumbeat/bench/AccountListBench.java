package dev.drumbeat.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A page of the list must not grow with the table: one page of 50 mail accounts out of 2 000
 * against one out of 50, interleaved in one run. {@code AccountListBench <jar>} prints the ratio.
 */
public final class AccountListBench {

  private static final String PATH = "/rest/drumbeat/1/mail-accounts";
  private static final int FEW = 50;
  private static final int MANY = 2_000;
  private static final int ROUNDS = 400;

  private AccountListBench() {}

  /** Takes the app's jar. */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    try (Host few = host(jar);
        Host many = host(jar)) {
      Rest fewAdmin = filled(few, FEW);
      Rest manyAdmin = filled(many, MANY);
      long[] fewNanos = new long[ROUNDS];
      long[] manyNanos = new long[ROUNDS];
      for (int i = -ROUNDS; i < ROUNDS; i++) {
        long first = page(fewAdmin);
        long second = page(manyAdmin);
        if (i >= 0) {
          fewNanos[i] = first;
          manyNanos[i] = second;
        }
      }
      System.out.printf(
          "page of 50 accounts: out of %d %.2f ms, out of %d %.2f ms, ratio %.2f (goal <= 1.5)%n",
          FEW,
          median(fewNanos) / 1e6,
          MANY,
          median(manyNanos) / 1e6,
          (double) median(manyNanos) / median(fewNanos));
    }
    // Threads of the bundle framework outlive it and would keep the process.
    System.exit(0);
  }

  private static Host host(Path jar) throws IOException {
    Host host = Host.start(HostOptions.forBenchmarks(Files.createTempDirectory("bench")));
    host.addSampleData();
    host.plugins().install(jar);
    return host;
  }

  private static Rest filled(Host host, int accounts) {
    Rest admin = Rest.as(host, "admin");
    for (int i = 0; i < accounts; i++) {
      Rest.Answer answer = admin.post(PATH, account(host, i));
      if (answer.status() != 201) {
        throw new IllegalStateException(answer.toString());
      }
    }
    return admin;
  }

  private static String account(Host host, int i) {
    return """
        {"name":"Account %d","fromAddress":"a%d@drumbeat.example",
         "smtp":{"host":"127.0.0.1","port":%d,"security":"none"},
         "imap":{"host":"127.0.0.1","port":%d,"security":"none","user":"a%d","password":"p"}}"""
        .formatted(i, i, host.lab().smtpPort(), host.lab().imapPort(), i);
  }

  private static long page(Rest admin) {
    long start = System.nanoTime();
    JsonNode body = admin.get(PATH + "?startAt=0&maxResults=50").body();
    long nanos = System.nanoTime() - start;
    if (body.path("values").size() != FEW) {
      throw new IllegalStateException(body.toString());
    }
    return nanos;
  }

  private static long median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
