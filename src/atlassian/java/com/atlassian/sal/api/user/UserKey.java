package com.atlassian.sal.api.user;

import java.io.Serializable;

/** The stable key of a user. */
public final class UserKey implements Serializable {
  private static final long serialVersionUID = 1;
  private final String userkey;

  public UserKey(String userkey) {
    this.userkey = userkey;
  }

  public String getStringValue() {
    return userkey;
  }
}
