package com.atlassian.jira.project;

import java.util.List;

/** The projects of the instance, without a check of rights. */
public interface ProjectManager {
  List<Project> getProjectObjects();

  /** Null when there is none. */
  Project getProjectByCurrentKey(String key);
}
