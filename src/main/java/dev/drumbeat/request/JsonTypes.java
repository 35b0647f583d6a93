package dev.drumbeat.request;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;

/** What Jackson knows of our classes. */
public final class JsonTypes {

  private JsonTypes() {}

  /** The factory that everybody shares would keep our classes after the app is gone. */
  public static TypeFactory own() {
    LookupCache<Object, JavaType> cache = new LRUMap<>(16, 200);
    return TypeFactory.defaultInstance()
        .withCache(cache)
        .withClassLoader(JsonTypes.class.getClassLoader());
  }
}
