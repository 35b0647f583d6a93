/* What Jira adds to AUI: the values of the page's meta tags whose names begin with "ajs-". */
(function (AJS) {
    'use strict';

    AJS.Meta = {
        get: function (key) {
            const meta = document.querySelector('meta[name="ajs-' + key + '"]');
            return meta ? meta.content : undefined;
        },
    };
})(window.AJS);
