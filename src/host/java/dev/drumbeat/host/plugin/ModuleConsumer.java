package dev.drumbeat.host.plugin;

/**
 * A part of the host that gives life to some kinds of modules. Called on one thread at a time; what
 * {@code enable} throws makes the app fail with that reason, and {@code disable} is called then
 * too.
 */
public interface ModuleConsumer {

  /** Takes the modules it understands and ignores all others. */
  void enable(HostPlugin plugin);

  /** Lets go of everything of this app, its classes and its loader included. */
  void disable(HostPlugin plugin);
}
