package dev.drumbeat.host.page;

import java.util.Map;

/**
 * A link as it is shown: in a menu, a bar of operations or the navigation of the administration.
 *
 * @param key the complete key of its module
 * @param id the id of its link; the module's key where none is given
 * @param tooltip empty without one
 */
public record WebItem(
    String key,
    String id,
    String label,
    String tooltip,
    String url,
    String styleClass,
    Map<String, String> params) {}
