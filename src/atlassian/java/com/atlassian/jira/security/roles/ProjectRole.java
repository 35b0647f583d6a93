package com.atlassian.jira.security.roles;

/** A role that projects give to people. */
public interface ProjectRole {}
