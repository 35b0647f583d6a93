package com.atlassian.sal.api.auth;

import java.net.URI;

/** Where a user logs in and comes back from. */
public interface LoginUriProvider {
  URI getLoginUri(URI returnUri);
}
