package com.atlassian.webresource.api.assembler;

/** Asks for scripts and styles by the complete key of their module. */
public interface RequiredResources {
  RequiredResources requireWebResource(String moduleCompleteKey);
}
