package dev.drumbeat.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of 127.0.0.1 that signed itself, made by the JDK's keytool for one test. */
final class OwnCertificate {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;

  private OwnCertificate(KeyStore store) {
    this.store = store;
  }

  static OwnCertificate in(Path folder) throws IOException, GeneralSecurityException {
    Path file = folder.resolve("server.p12");
    keytool(
        ("-genkeypair -keyalg RSA -alias server -dname CN=server -ext san=ip:127.0.0.1 -validity 2"
                + " -storetype PKCS12 -storepass changeit -keystore "
                + file)
            .split(" "));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new OwnCertificate(store);
  }

  private static void keytool(String... arguments) throws IOException {
    ProcessBuilder tool = new ProcessBuilder(arguments).redirectErrorStream(true);
    tool.command().add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Process process = tool.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(said);
    }
  }

  /** For the server. */
  SSLSocketFactory server() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }

  /** For a client that trusts nobody else. */
  SSLSocketFactory client() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
