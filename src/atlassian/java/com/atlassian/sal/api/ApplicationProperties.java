package com.atlassian.sal.api;

import java.nio.file.Path;
import java.util.Optional;

/** What the host says about itself. */
public interface ApplicationProperties {
  String getBaseUrl(UrlMode urlMode);

  String getDisplayName();

  String getVersion();

  Optional<Path> getLocalHomeDirectory();

  Optional<Path> getSharedHomeDirectory();
}
