/*
 * Launch campaign in the issue navigator: takes along what the navigator shows at that moment. It
 * is one page that changes its address without loading, and that draws its bars anew; so nothing is
 * remembered, and the click is caught wherever the link is by then.
 */
(function () {
  'use strict';

  var LINK = '#drumbeat-navigator-launch';
  var PAGE = '/plugins/servlet/drumbeat/campaigns/new';

  /** A query that somebody typed counts before the saved filter that it began with. */
  function source() {
    var shown = new URLSearchParams(window.location.search);
    var jql = shown.get('jql');
    var filter = shown.get('filter');
    if (jql) {
      return '?jql=' + encodeURIComponent(jql);
    }
    // Filters below zero are those of Jira itself, such as my open issues; they have no address here.
    return filter && /^[1-9][0-9]*$/.test(filter) ? '?filterId=' + filter : '';
  }

  function address() {
    return AJS.contextPath() + PAGE + source();
  }

  /** The target is right before anybody presses, also for a new tab and for the keyboard. */
  function follow(event) {
    var link = event.target.closest && event.target.closest(LINK);
    if (link) {
      link.setAttribute('href', address());
    }
  }

  ['mouseover', 'focusin', 'mousedown', 'click', 'contextmenu'].forEach(function (type) {
    document.addEventListener(type, follow, true);
  });
})();
