package dev.drumbeat;

import java.time.InstantSource;
import java.util.Collection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Finds the app's clock: one that a test host offers, else the system's (design D12). */
final class Clock {

  private Clock() {}

  static InstantSource of(BundleContext bundle) {
    try {
      Collection<ServiceReference<InstantSource>> offered =
          bundle.getServiceReferences(InstantSource.class, "(drumbeat.clock=test)");
      return offered.stream().findFirst().map(bundle::getService).orElseGet(InstantSource::system);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
