package com.atlassian.sal.api.rdbms;

import java.sql.Connection;

/** Work on a connection that is dead afterwards. */
public interface ConnectionCallback<A> {
  A execute(Connection connection);
}
