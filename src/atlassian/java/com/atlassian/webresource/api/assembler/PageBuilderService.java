package com.atlassian.webresource.api.assembler;

/** Collects what the page of this request needs. */
public interface PageBuilderService {
  WebResourceAssembler assembler();
}
