/* The address of the page, which stays the same page. */
(function (Sequence) {
  'use strict';

  /** Puts values into it; an empty one is taken out. */
  Sequence.address = function (values) {
    const url = new URL(window.location.href);
    Object.keys(values).forEach(function (name) {
      if (values[name]) {
        url.searchParams.set(name, values[name]);
      } else {
        url.searchParams.delete(name);
      }
    });
    window.history.replaceState(null, '', url.pathname + url.search + url.hash);
  };

  /** The place of the step that it opens, from 0. */
  Sequence.openStep = function () {
    return Number(new URLSearchParams(window.location.search).get('step') || '1') - 1;
  };
})(window.DrumbeatSequence);
